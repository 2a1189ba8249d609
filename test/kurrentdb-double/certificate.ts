import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";

export type Certificate = { readonly key: string; readonly cert: string; readonly authorityFile: string };

/** A certificate for localhost by an authority of its own. The authority must not be the server itself: a part of the client checks that. */
export const makeCertificate = async (): Promise<Certificate> => {
  const authority = await generate([{ name: "commonName", value: "Karnameh's tests" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const own = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] },
    ],
  });
  const authorityFile = join(await mkdtemp(join(tmpdir(), "karnameh-tls-")), "authority.pem");
  await writeFile(authorityFile, authority.cert);
  return { key: own.private, cert: own.cert, authorityFile };
};
