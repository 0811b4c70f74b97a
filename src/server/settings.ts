/** How to reach a server. Values come from an application's `.env` or the user; the password is never shown again. */
export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  /** A Unix socket; it wins over host and port. */
  readonly socket: string | null;
  readonly user: string;
  readonly password: string;
  readonly database: string | null;
  readonly tls: TlsSettings | null;
}

export interface TlsSettings {
  /** Whether the server's certificate must be good for its name. */
  readonly verify: boolean;
  /** PEM texts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** The server as a person names it, without the password: `booking on db.example.com:3306`. */
export function describeServer(settings: ConnectionSettings): string {
  const where = settings.socket ?? `${settings.host}:${settings.port}`;
  return settings.database ? `${settings.database} on ${where}` : where;
}
