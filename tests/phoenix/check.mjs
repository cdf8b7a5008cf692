// Runs the published client of Phoenix channels, unchanged, against a server: it joins, receives,
// survives a restart of the server and joins again. Exits 1 if a check fails.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "node:net";
import WebSocket from "ws";
import { Socket } from "phoenix";

const DEADLINE = 20_000;
let checks = 0;

function check(what, found, expected) {
  checks += 1;
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: found ${a}, expected ${b}`);
}

/** Waits for `look` to give something true, which it returns. */
async function until(what, look) {
  const end = Date.now() + DEADLINE;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`gave up waiting until ${what}`);
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** The server on a fixed port and folder, so that a client finds it again after a restart. */
class Server {
  constructor(port, folder) {
    Object.assign(this, { port, folder, log: "" });
  }

  async start() {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("JOBCELIS_")));
    const args = ["serve", "--listen", `127.0.0.1:${this.port}`, "--data-dir", this.folder, "--auth-rate-limit", "off"];
    this.process = spawn(process.env.JOBCELIS_BIN, args, { env, stdio: ["ignore", "ignore", "pipe"] });
    const from = this.log.length;
    this.process.stderr.on("data", (text) => (this.log += text));
    this.ended = new Promise((done) => this.process.on("exit", done));
    await until("the server listens", () => this.log.slice(from).includes(" listening on "));
  }

  async stop() {
    this.process.kill("SIGTERM");
    check("the server ends cleanly", await this.ended, 0);
  }

  async call(method, path, token, body) {
    const headers = { "content-type": "application/json" };
    if (token) headers.authorization = `Bearer ${token}`;
    const answer = await fetch(`http://127.0.0.1:${this.port}/api/v1${path}`, {
      method,
      headers,
      body: body && JSON.stringify(body),
    });
    const json = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
    return json;
  }
}

/** A client that is joined, with everything it was told. */
async function joined(server, account, options, project = account.project_id) {
  const socket = new Socket(`ws://127.0.0.1:${server.port}/ws`, {
    transport: WebSocket,
    heartbeatIntervalMs: 200,
    reconnectAfterMs: () => 100,
    rejoinAfterMs: () => 100,
    ...options,
  });
  socket.connect();
  const channel = socket.channel(`events:${project}`, {});
  const seen = { joins: 0, refused: [], created: [], updated: [], closes: 0, errors: 0, opens: 0 };
  socket.onOpen(() => (seen.opens += 1));
  channel.on("event:created", (message) => seen.created.push(message));
  channel.on("delivery:updated", (message) => seen.updated.push(message));
  channel.onClose(() => (seen.closes += 1));
  channel.onError(() => (seen.errors += 1));
  channel.join().receive("ok", () => (seen.joins += 1)).receive("error", (reason) => seen.refused.push(reason));
  await until("the client has an answer", () => seen.joins + seen.refused.length);
  return { socket, channel, seen };
}

async function talks(server, account, options) {
  const client = await joined(server, account, options);
  const send = async (n) => {
    const body = { topic: "order.created", payload: { n } };
    const { event_id: id } = await server.call("POST", "/events", account.api_key, body);
    return until(`event ${n} is told`, () => client.seen.created.find((message) => message.id === id));
  };
  const told = await send(1);
  check("the payload", [told.topic, told.payload], ["order.created", { n: 1 }]);
  check("a cursor", /^\d+$/.test(told.cursor), true);
  const answer = new Promise((found) => client.channel.push("whatever", {}).receive("error", found));
  check("an unknown event", await answer, { reason: "unknown event" });
  // Several heartbeats, each of which would end the connection if it went unanswered.
  const opens = client.seen.opens;
  await new Promise((wake) => setTimeout(wake, 1000));
  await send(2);
  check("heartbeats are answered", client.seen.opens, opens);
  return { ...client, send };
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), "jobcelis-phoenix-"));
  const server = new Server(await freePort(), folder);
  try {
    await server.start();
    const person = { email: "phoenix@example.org", password: "Correct-Horse-77", name: "Phoenix" };
    const account = await server.call("POST", "/auth/register", null, person);
    const token = account.api_key;
    const clients = [];
    for (const options of [{ params: { token } }, { params: { token }, vsn: "2.0.0" }, { authToken: token }]) {
      clients.push(await talks(server, account, options));
    }
    const stranger = await joined(server, account, { params: { token } }, "0199b5a0-ffff-7000-8000-00000000dead");
    check("the topic of others", stranger.seen.refused[0], { reason: "unauthorized" });
    stranger.socket.disconnect();

    const before = clients.map(({ seen }) => seen.joins);
    await server.stop();
    await server.start();
    for (const [n, { seen, send }] of clients.entries()) {
      await until("the client joined again", () => seen.joins > before[n]);
      await send(10 + n);
    }
    const [first, ...others] = clients;
    const left = new Promise((done) => first.channel.leave().receive("ok", done));
    await left;
    await until("the channel is closed", () => first.seen.closes === 1);
    check("a channel that is left", first.channel.state, "closed");
    const counted = first.seen.created.length;
    await others[0].send(20);
    check("hears no more", first.seen.created.length, counted);
    clients.forEach(({ socket }) => socket.disconnect());
    await server.stop();
    console.log(`${checks} checks passed with the phoenix client`);
  } catch (error) {
    console.error(error, `\n--- server log ---\n${server.log}`);
    process.exitCode = 1;
  } finally {
    server.process?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
process.exit();
