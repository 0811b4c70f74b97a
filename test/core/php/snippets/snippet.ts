/** A piece of PHP and what it prints; an exception that nobody catches prints as its class and message. */
export interface Snippet {
  readonly title: string;
  readonly php: string;
  readonly prints: string;
}
