/** Thrown inside this folder only: the expression or SELECT has a form that we don't read. */
export class NotRead extends Error {}
