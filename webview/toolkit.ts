import { provideVSCodeDesignSystem, vsCodeButton, vsCodeTextField } from '@vscode/webview-ui-toolkit';

/**
 * The only module that knows the component library. @vscode/webview-ui-toolkit is archived upstream: to exchange it,
 * make these functions return something else. Its badge and its progress ring write style attributes, which the page's
 * security policy refuses: they are not used.
 */
export function useToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeTextField());
}

export function button(
  label: string,
  action: () => void,
  look: 'primary' | 'secondary' = 'secondary',
): HTMLElement {
  const made = document.createElement('vscode-button');
  made.setAttribute('appearance', look);
  made.textContent = label;
  made.addEventListener('click', action);
  return made;
}

/** A labelled field for a line of text; `changed` gets every new text. */
export function textField(label: string, text: string, changed: (text: string) => void): HTMLElement {
  const made = document.createElement('vscode-text-field') as HTMLElement & { value: string };
  made.setAttribute('type', 'text');
  made.setAttribute('value', text);
  made.textContent = label;
  made.addEventListener('input', () => changed(made.value));
  return made;
}
