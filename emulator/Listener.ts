import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";

/** Makes the emulator speak HTTPS. Both in PEM form. */
export interface TlsIdentity {
  readonly key: string;
  readonly cert: string;
}

/** The server of an emulator, which can go away and come back on the same port. */
export class Listener {
  readonly #server: Server;
  readonly #scheme: "http" | "https";
  #port: number;

  constructor(listener: RequestListener, port: number, tls: TlsIdentity | undefined) {
    this.#server = tls ? createTlsServer(tls, listener) : createServer(listener);
    this.#scheme = tls ? "https" : "http";
    this.#port = port;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `${this.#scheme}://127.0.0.1:${this.#port}`;
  }

  async open(): Promise<void> {
    if (this.#server.listening) return;
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("The emulator has no port.");
    this.#port = address.port;
  }

  /** Ends every connection, too. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }
}
