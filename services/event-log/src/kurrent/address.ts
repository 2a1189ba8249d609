import { LogError } from "../port.ts";

/**
 * A cluster's address: as the client takes it, and as it may be shown, without name and password. `login` is there
 * where it was written with percents: one half of the client reads those as letters, the other does not.
 */
export type Address = {
  readonly text: string;
  readonly shown: string;
  readonly login: { readonly username: string; readonly password: string } | undefined;
};

const SHAPE =
  /^(?:esdb|kurrentdb|kurrent|kdb)(?<discover>\+discover)?:\/\/(?:(?<login>[^@/?]*)@)?(?<hosts>[^@/?#]+)\/?(?:\?(?<query>[^?#]*))?$/;

const HOST = /^[A-Za-z0-9._-]+(?::\d{1,5})?$|^\[[0-9A-Fa-f:]+\](?::\d{1,5})?$/;

/**
 * The options that are the client's and do no harm. Left out on purpose: with `throwOnAppendFailure=false` the
 * client answers a wrong revision instead of failing, and `gossipTimeout` is seconds in one half of the client
 * and milliseconds in the other. An option that it does not know it prints with the password.
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
    `The address of the log ${what}; it has to be like kurrentdb://name:password@host:2113 or kurrentdb+discover://name:password@cluster.example.org.`,
  );

const optionOf = (pair: string): string => {
  const [name = "", value = ""] = pair.split("=");
  const known = KNOWN.get(name.toLowerCase());
  if (known === undefined)
    throw wrong(
      `has an option that is not heeded here, ${JSON.stringify(name)} (there are ${OPTIONS.join(", ")})`,
    );
  if (value === "") throw wrong(`has no value for ${known}`);
  return `${known}=${value}`;
};

const readLogin = (login: string): { username: string; password: string } => {
  try {
    const [username = "", password = ""] = login.split(":").map(decodeURIComponent);
    return { username, password };
  } catch {
    throw wrong("has a percent in its name or password that stands for nothing (%25 is one)");
  }
};

/** Reads an address. Throws LogError, which never repeats the name or the password. */
export const parseAddress = (given: string): Address => {
  const { discover = "", login, hosts = "", query } = SHAPE.exec(given.trim())?.groups ?? {};
  const names = hosts.split(",");
  if (hosts === "" || !names.every((name) => HOST.test(name))) throw wrong("cannot be read");
  if (login !== undefined && !/^[^:]+:[^:]+$/.test(login))
    throw wrong("needs a name and a password before the @, with a colon between (others of it as %3A)");
  const options = query === undefined || query === "" ? [] : query.split("&").map(optionOf);
  const isPlain = login === undefined || !login.includes("%");
  const scheme = `kurrentdb${discover}://`;
  const end = options.length === 0 ? "" : `?${options.join("&")}`;
  return {
    text: `${scheme}${login === undefined || !isPlain ? "" : `${login}@`}${hosts}${end}`,
    shown: `${scheme}${hosts}`,
    login: isPlain ? undefined : readLogin(login ?? ""),
  };
};
