/** What may stand inside an element. A text is always a text: nothing from a report is ever read as HTML. */
export type Content = Node | string | null | false | readonly Content[];

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** Makes an element. Attributes that are null or false are left out; true means without a value. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  fill(made, ...content);
  return made;
}

/** Makes an SVG element. */
export function svg(tag: string, attributes: Attributes, ...content: readonly Content[]): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
  setAttributes(made, attributes);
  fill(made, ...content);
  return made;
}

/** Puts this, and nothing else, into an element. */
export function fill(parent: Element, ...content: readonly Content[]): void {
  parent.replaceChildren(...content.flatMap(nodes));
}

function nodes(content: Content): (Node | string)[] {
  if (content === null || content === false) return [];
  if (typeof content === 'string' || content instanceof Node) return [content];
  return content.flatMap(nodes);
}

function setAttributes(made: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== false) made.setAttribute(name, value === true ? '' : String(value));
}

/** A part of the page with a heading; `id` is where the list of contents leads. */
export function section(id: string, title: string, ...content: readonly Content[]): HTMLElement {
  const heading = element('h2', { id: `${id}-title` }, title);
  return element('section', { id, 'aria-labelledby': `${id}-title`, tabindex: -1 }, heading, ...content);
}
