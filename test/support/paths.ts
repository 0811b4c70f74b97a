import { join } from 'node:path';

declare const PROJECT_ROOT: string;

/** The project's folder. */
export const root = PROJECT_ROOT;

/** The workspace of the demo, as it stands in the repository: copy it before changing anything. */
export const demoWorkspace = join(root, 'test/workspaces/booking');
