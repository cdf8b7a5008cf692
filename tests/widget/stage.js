// What the tests in a browser stand on: the real server, a receiver of its deliveries, pages of
// another origin that load the widget, and a headless browser that looks at them.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { chromium } = createRequire(join(process.env.WIDGET_PACKAGES, "package.json"))("playwright-core");
const PASSWORD = "Correct-Horse-77";

/** Waits for a condition, for 15 seconds at most. */
export async function until(what, look) {
  const end = Date.now() + 15_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`gave up waiting until ${what}`);
    await new Promise((resume) => setTimeout(resume, 25));
  }
}

async function listening(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server.address().port;
}

export class Stage {
  static async open() {
    const stage = new Stage();
    stage.folder = mkdtempSync(join(tmpdir(), "jobcelis-widget-"));
    await stage.serve();
    await stage.receive();
    await stage.host();
    stage.browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
    return stage;
  }

  async serve(listen = "127.0.0.1:0") {
    const flags = ["--allow-http-destinations", "--allow-private-destinations", "--auth-rate-limit", "off"];
    const args = ["serve", "--listen", listen, "--data-dir", this.folder, ...flags];
    this.daemon = spawn(process.env.JOBCELIS_BIN, args, { stdio: ["ignore", "ignore", "pipe"] });
    let log = "";
    this.daemon.stderr.on("data", (text) => { log += text; });
    this.base = await until("the server listens", () => {
      if (this.daemon.exitCode !== null) throw new Error(log);
      return log.match(/ listening on (http:\/\/\S+)/)?.[1];
    });
  }

  /** Ends the server by a signal and starts it again, on the same data and at the same place. */
  async restart(signal) {
    const ended = once(this.daemon, "exit");
    this.daemon.kill(signal);
    await ended;
    await this.serve(new URL(this.base).host);
  }

  /** Answers 200, or what `statuses` says for a path; the last of a list repeats. */
  async receive() {
    this.statuses = {};
    this.hits = [];
    this.receiver = http.createServer((request, reply) => {
      this.hits.push(request.url);
      const list = this.statuses[request.url] || [200];
      reply.writeHead(list.length > 1 ? list.shift() : list[0]).end();
    });
    this.target = `http://127.0.0.1:${await listening(this.receiver)}`;
  }

  /** Pages that allow the widget to load what it needs, and nothing else. */
  async host() {
    this.pages = http.createServer((request, reply) => {
      const policy = `default-src 'none'; script-src ${this.base} 'nonce-n'; style-src 'nonce-n'; connect-src ${this.base}; img-src data:`;
      const heads = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy };
      const places = '<div id="jobcelis-portal"></div><div id="second"></div>';
      reply.writeHead(200, heads).end(`<!doctype html><html lang="en"><title>Shop</title><style nonce="n">button{display:none}</style>
        <h1>A page of somebody else</h1>${places}<script src="${this.base}/embed.js"></script></html>`);
    });
    this.origin = `http://127.0.0.1:${await listening(this.pages)}`;
  }

  async call(token, method, path, body) {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const reply = await fetch(`${this.base}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
    const json = await reply.json();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(json)}`);
    return json;
  }

  /** A project: calls with its key, and new embed tokens. */
  async account() {
    const email = `ana${Math.random()}@example.org`;
    const made = await this.call("", "POST", "/auth/register", { email, password: PASSWORD });
    const call = (method, path, body) => this.call(made.api_key, method, path, body);
    return {
      call,
      key: made.api_key,
      token: (fields) => call("POST", "/embed/tokens", fields || {}),
      webhook: (fields) => call("POST", "/webhooks", fields),
      event: (topic) => call("POST", "/events", { topic, payload: {} }),
    };
  }

  /** A page with the widget of these options on it; what it reports is in `page.events`. */
  async show(options) {
    const page = await this.browser.newPage();
    page.problems = [];
    page.on("pageerror", (error) => page.problems.push(String(error)));
    page.on("console", (line) => { if (/Content Security Policy/.test(line.text())) page.problems.push(line.text()); });
    page.setDefaultTimeout(10_000);
    await page.goto(this.origin);
    await page.evaluate((given) => {
      window.events = [];
      window.portal = JobcelisPortal.init({ pollMs: 0, ...given, onEvent: (name, data) => window.events.push([name, data]) });
    }, options);
    return page;
  }

  async close() {
    await this.browser?.close();
    this.pages?.close();
    this.receiver?.closeAllConnections();
    this.receiver?.close();
    this.daemon?.kill("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  }
}
