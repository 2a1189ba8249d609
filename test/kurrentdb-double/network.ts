import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** The connection between client and double: a real socket, so that it can really be lost. */
export class Network {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #inner = 0;
  #isDown = false;
  /** How many more connections are refused. */
  refuse = 0;
  /** Connections that were accepted or refused. */
  connections = 0;

  constructor() {
    this.#server = createServer({ noDelay: true }, (outer) => this.#join(outer));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async open(inner: number, port = 0): Promise<void> {
    this.#inner = inner;
    this.#server.listen(port, "127.0.0.1");
    await once(this.#server, "listening");
  }

  /** Breaks every connection, as when a cable is pulled. */
  drop(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Breaks every connection and accepts no other until `restore`. */
  cut(): void {
    this.#isDown = true;
    this.drop();
  }

  restore(): void {
    this.#isDown = false;
  }

  async close(): Promise<void> {
    this.drop();
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(outer: Socket): void {
    this.connections += 1;
    if (this.#isDown || this.refuse > 0) {
      this.refuse = Math.max(0, this.refuse - 1);
      outer.on("error", () => undefined);
      outer.resetAndDestroy();
      return;
    }
    const inner = connect({ port: this.#inner, host: "127.0.0.1", noDelay: true });
    for (const [one, other] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      this.#sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
