/**
 * Something that the user can mend: what happened and to what (`message`), and what to do (`hint`).
 * `kind` decides the command line's exit status: the call or configuration is wrong, or an environment can't be reached.
 */
export class UserError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
    readonly kind: 'wrong-call' | 'unreachable' = 'wrong-call',
  ) {
    super(message);
    this.name = 'UserError';
  }
}
