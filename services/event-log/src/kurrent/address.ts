import { LogError } from "../port.ts";

/**
 * A cluster's address: as the client takes it, and redacted, without name and password. `login` is set if it was
 * percent-encoded: one part of the client decodes it, the other does not.
 */
export type Address = {
  readonly text: string;
  readonly redacted: string;
  readonly login: { readonly username: string; readonly password: string } | undefined;
};

const ADDRESS =
  /^(?:esdb|kurrentdb|kurrent|kdb)(?<discover>\+discover)?:\/\/(?:(?<login>[^@/?]*)@)?(?<hosts>[^@/?#]+)\/?(?:\?(?<query>[^?#]*))?$/;

const HOST = /^[A-Za-z0-9._-]+(?::\d{1,5})?$|^\[[0-9A-Fa-f:]+\](?::\d{1,5})?$/;

/**
 * The options of the client that are supported. Left out on purpose: with `throwOnAppendFailure=false` the client
 * returns a wrong revision instead of failing, and `gossipTimeout` is in seconds in one part of the client and in
 * milliseconds in the other. The client prints an unknown option together with the password.
 */
const OPTIONS = [
  "tls",
  "tlsVerifyCert",
  "tlsCAFile",
  "userCertFile",
  "userKeyFile",
  "connectionName",
  "defaultDeadline",
  "discoveryInterval",
  "maxDiscoverAttempts",
  "nodePreference",
  "keepAliveInterval",
  "keepAliveTimeout",
];
const KNOWN = new Map(OPTIONS.map((name) => [name.toLowerCase(), name]));

const wrong = (what: string): LogError =>
  new LogError(
    "BAD_ADDRESS",
    `The address of the log ${what}; write it like kurrentdb://name:password@host:2113 or kurrentdb+discover://name:password@cluster.example.org.`,
  );

const optionOf = (pair: string): string => {
  const [name = "", value = ""] = pair.split("=");
  const known = KNOWN.get(name.toLowerCase());
  if (known === undefined)
    throw wrong(`has an unsupported option, ${JSON.stringify(name)} (supported: ${OPTIONS.join(", ")})`);
  if (value === "") throw wrong(`has no value for ${known}`);
  return `${known}=${value}`;
};

const readLogin = (login: string): { username: string; password: string } => {
  try {
    const [username = "", password = ""] = login.split(":").map(decodeURIComponent);
    return { username, password };
  } catch {
    throw wrong("has a percent sign in its name or password that encodes nothing (write it as %25)");
  }
};

/** Reads an address. Throws LogError, which never repeats the name or the password. */
export const parseAddress = (given: string): Address => {
  const { discover = "", login, hosts = "", query } = ADDRESS.exec(given.trim())?.groups ?? {};
  const names = hosts.split(",");
  if (hosts === "" || !names.every((name) => HOST.test(name))) throw wrong("cannot be read");
  if (login !== undefined && !/^[^:]+:[^:]+$/.test(login))
    throw wrong("needs a name and a password before the @, separated by a colon (write other colons as %3A)");
  const options = query === undefined || query === "" ? [] : query.split("&").map(optionOf);
  const isPlain = login === undefined || !login.includes("%");
  const scheme = `kurrentdb${discover}://`;
  const end = options.length === 0 ? "" : `?${options.join("&")}`;
  return {
    text: `${scheme}${login === undefined || !isPlain ? "" : `${login}@`}${hosts}${end}`,
    redacted: `${scheme}${hosts}`,
    login: isPlain ? undefined : readLogin(login ?? ""),
  };
};
