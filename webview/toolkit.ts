import {
  provideVSCodeDesignSystem,
  vsCodeBadge,
  vsCodeButton,
  vsCodeProgressRing,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';

/**
 * The only module that knows the component library. @vscode/webview-ui-toolkit is archived upstream: to exchange it,
 * make these functions return something else.
 */
export function useToolkit(): void {
  provideVSCodeDesignSystem().register(
    vsCodeBadge(),
    vsCodeButton(),
    vsCodeProgressRing(),
    vsCodeTextField(),
  );
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

export function badge(text: string): HTMLElement {
  const made = document.createElement('vscode-badge');
  made.textContent = text;
  return made;
}

/** Something is going on, and how long it takes is not known. */
export function busyRing(label: string): HTMLElement {
  const made = document.createElement('vscode-progress-ring');
  made.setAttribute('aria-label', label);
  return made;
}
