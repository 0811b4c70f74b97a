import { type ConnectionSettings, describeServer } from './settings';

export type ConnectErrorKind =
  | 'refused'
  | 'unknown-host'
  | 'timeout'
  | 'denied'
  | 'no-database'
  | 'tls'
  | 'unsafe-auth'
  | 'lost'
  | 'other';

/** A server that can't be reached or does not let us in. Neither message nor hint has the password. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';

  constructor(
    readonly kind: ConnectErrorKind,
    message: string,
    readonly hint: string,
    /** The driver's or the server's code: `ECONNREFUSED`, `ER_ACCESS_DENIED_ERROR`. */
    readonly code: string | null,
  ) {
    super(message);
  }
}

/** The code of our own refusal to send a password in clear text. */
export const CLEAR_TEXT_CODE = 'SCHEMA_GAP_CLEAR_TEXT';

/** The code of our own error when an answer does not come. */
export const QUERY_TIMEOUT_CODE = 'SCHEMA_GAP_TIMEOUT';

interface Known {
  readonly kind: ConnectErrorKind;
  readonly hint: string;
}

const KNOWN: Readonly<Record<string, Known>> = {
  ECONNREFUSED: { kind: 'refused', hint: 'Is the server running, and are host and port right?' },
  ENOENT: { kind: 'refused', hint: 'There is no such socket; is the server running?' },
  ENOTFOUND: {
    kind: 'unknown-host',
    hint: 'Check DB_HOST; names of containers are known only inside their network.',
  },
  EAI_AGAIN: {
    kind: 'unknown-host',
    hint: 'The name can’t be looked up now; check DB_HOST and the network.',
  },
  EHOSTUNREACH: { kind: 'refused', hint: 'The network does not reach this host.' },
  ENETUNREACH: { kind: 'refused', hint: 'The network does not reach this host.' },
  ETIMEDOUT: { kind: 'timeout', hint: 'Is a firewall or VPN in between?' },
  [QUERY_TIMEOUT_CODE]: {
    kind: 'timeout',
    hint: 'Another session may hold a lock (SHOW PROCESSLIST tells); try again when the server is less busy.',
  },
  EPIPE: { kind: 'lost', hint: 'The server closed the connection.' },
  ER_TABLEACCESS_DENIED_ERROR: { kind: 'denied', hint: 'Grant the account SELECT on this table.' },
  ER_COLUMNACCESS_DENIED_ERROR: { kind: 'denied', hint: 'Grant the account SELECT on this table.' },
  ER_SPECIFIC_ACCESS_DENIED_ERROR: { kind: 'denied', hint: 'The account lacks a privilege.' },
  ECONNRESET: { kind: 'lost', hint: 'The server closed the connection.' },
  PROTOCOL_CONNECTION_LOST: { kind: 'lost', hint: 'The server closed the connection.' },
  ER_ACCESS_DENIED_ERROR: { kind: 'denied', hint: 'Check DB_USERNAME and DB_PASSWORD.' },
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: { kind: 'denied', hint: 'Check DB_USERNAME and DB_PASSWORD.' },
  ER_DBACCESS_DENIED_ERROR: { kind: 'denied', hint: 'The account has no rights on this database.' },
  ER_HOST_NOT_PRIVILEGED: { kind: 'denied', hint: 'The server does not let this machine connect.' },
  ER_BAD_DB_ERROR: { kind: 'no-database', hint: 'Check DB_DATABASE, or create the database.' },
  HANDSHAKE_NO_SSL_SUPPORT: { kind: 'tls', hint: 'The server has no TLS.' },
  HANDSHAKE_SSL_ERROR: { kind: 'tls', hint: 'Check the certificate, or the CA that signed it.' },
  ER_SECURE_TRANSPORT_REQUIRED: { kind: 'tls', hint: 'The server wants TLS; set it in the connection.' },
  [CLEAR_TEXT_CODE]: { kind: 'unsafe-auth', hint: 'The password was not sent. Is this the right server?' },
};

/** Whether it comes from the driver or the server, and is no mistake of this program. */
export function isDriverError(error: unknown): boolean {
  if (error instanceof ConnectError) return true;
  const { code, errno } = error as { code?: unknown; errno?: unknown };
  return (
    typeof code === 'string' && (typeof errno === 'number' || code === QUERY_TIMEOUT_CODE || code in KNOWN)
  );
}

/** A driver's error as one of ours, with everything secret taken out. */
export function connectError(
  error: unknown,
  settings: ConnectionSettings,
  during: 'connecting' | 'reading' = 'connecting',
): ConnectError {
  if (error instanceof ConnectError) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = withoutPassword(
    typeof message === 'string' && message !== '' ? message : String(code ?? error),
    settings,
  );
  const clearText = text.includes(CLEAR_TEXT_CODE);
  const name = clearText ? CLEAR_TEXT_CODE : typeof code === 'string' ? code : null;
  const known = name ? KNOWN[name] : undefined;
  const said = clearText ? 'it asks for the password in clear text' : text;
  const isCertificate = /certificate|self-signed|altname/i.test(text);
  return new ConnectError(
    known?.kind ?? (isCertificate ? 'tls' : 'other'),
    `Can’t ${during === 'reading' ? 'read' : 'connect to'} ${describeServer(settings)}: ${said}`,
    known?.hint ??
      (isCertificate ? 'Check the certificate, or the CA that signed it.' : 'Check the connection settings.'),
    name,
  );
}

/** Shorter passwords are parts of ordinary words: taking them out would show them. No driver quotes a password. */
const SHORTEST = 4;

/** The text without the password, should anything ever quote it. */
function withoutPassword(text: string, settings: ConnectionSettings): string {
  const { password } = settings;
  return password.length < SHORTEST ? text : text.replaceAll(password, '•••');
}
