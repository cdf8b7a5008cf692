/*
 * The portal of Jobcelis for other people's pages: the webhooks and deliveries that an embed token
 * may see. It needs nothing beside it. Whatever comes from the server or the page is set as text,
 * never as markup, and all of it lives in a shadow root: no style and no id leaks in or out.
 */
(() => {
  "use strict";

  const script = document.currentScript;
  const home = script && script.src ? new URL(script.src, location.href).origin : location.origin;

  const EN = {
    webhooks: "Webhooks", deliveries: "Deliveries", loading: "Loading…",
    url: "URL", topics: "Topics", status: "Status", actions: "Actions", secret: "Secret", webhook: "Webhook",
    http: "HTTP", attempt: "Attempt", latency: "Latency", topic: "Topic", time: "Time",
    add: "Add webhook", save: "Save", cancel: "Cancel", edit: "Edit", del: "Delete", test: "Test",
    pause: "Pause", resume: "Resume", retry: "Retry", yes: "Yes, delete", no: "Keep",
    sure: "Delete this webhook?", all: "All", allTopics: "all topics", refresh: "Refresh",
    inactiveToo: "Show inactive ones", next: "Older", first: "Newest", noWebhooks: "No webhooks yet.",
    noDeliveries: "No deliveries.", topicsHint: "Separated by commas, * stands for anything; none is every topic",
    secretHint: "Choose one to check signatures with; it is not shown again", secretKeep: "Leave empty to keep the present one",
    created: "Webhook added.", updated: "Webhook changed.", deleted: "Webhook deleted.", retried: "Sent again.",
    tested: "Test call succeeded: HTTP {0} in {1} ms.", failed: "Test call failed: {0}.",
    expired: "This page is no longer allowed to show webhooks. Please reload it or ask for a new link.",
    offline: "The server cannot be reached.", tooMany: "Too many requests. Please wait a moment.",
    forbidden: "There is nothing here that you may see.", active: "active", inactive: "inactive",
    s_pending: "pending", s_success: "delivered", s_failed: "failed", open: "receiver is failing", half_open: "receiver is being tried"
  };
  const ES = {
    deliveries: "Entregas", loading: "Cargando…",
    topics: "Temas", status: "Estado", actions: "Acciones", secret: "Secreto",
    attempt: "Intento", latency: "Latencia", topic: "Tema", time: "Hora",
    add: "Añadir webhook", save: "Guardar", cancel: "Cancelar", edit: "Editar", del: "Eliminar", test: "Probar",
    pause: "Pausar", resume: "Reanudar", retry: "Reintentar", yes: "Sí, eliminar", no: "Conservar",
    sure: "¿Eliminar este webhook?", all: "Todos", allTopics: "todos los temas", refresh: "Actualizar",
    inactiveToo: "Mostrar inactivos", next: "Anteriores", first: "Más recientes", noWebhooks: "Todavía no hay webhooks.",
    noDeliveries: "No hay entregas.", topicsHint: "Separados por comas, * vale por cualquiera; ninguno es todos los temas",
    secretHint: "Elija uno para comprobar las firmas; no se vuelve a mostrar", secretKeep: "Vacío para conservar el actual",
    created: "Webhook añadido.", updated: "Webhook cambiado.", deleted: "Webhook eliminado.", retried: "Enviada de nuevo.",
    tested: "La prueba funcionó: HTTP {0} en {1} ms.", failed: "La prueba falló: {0}.",
    expired: "Esta página ya no puede mostrar webhooks. Recárguela o pida un enlace nuevo.",
    offline: "No se puede contactar con el servidor.", tooMany: "Demasiadas peticiones. Espere un momento.",
    forbidden: "No hay nada que pueda ver aquí.", active: "activo", inactive: "inactivo",
    s_pending: "pendiente", s_success: "entregada", s_failed: "fallida", open: "el receptor falla", half_open: "se prueba el receptor"
  };

  const STYLE = `:host{all:initial;display:block}
.p{--bg:#fff;--fg:#1c1f26;--line:#d6d9e0;--soft:#f4f5f8;--bad:#a11212;--good:#0b6b3a;--dim:#565d6b;font:14px/1.45 system-ui,sans-serif;color:var(--fg);background:var(--bg);border:1px solid var(--line);border-radius:8px;padding:16px}
.p.dark{--bg:#16181d;--fg:#eceef2;--line:#3a3f4a;--soft:#20242b;--bad:#ff8a80;--good:#6fdc9f;--dim:#a8afbd}
header{display:flex;gap:10px;align-items:center;margin-bottom:12px}header img{max-height:32px}h2{font-size:18px;margin:0;flex:1}
[role=tablist]{display:flex;gap:4px;border-bottom:1px solid var(--line);margin-bottom:12px}
button,input,select{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--line);border-radius:6px;padding:6px 10px}
button{cursor:pointer}button:disabled{opacity:.5;cursor:default}button.main{background:var(--main);border-color:var(--main);color:#fff}
[role=tab]{border:0;border-bottom:3px solid transparent;border-radius:0}[role=tab][aria-selected=true]{border-color:var(--main);font-weight:600}
:focus-visible{outline:2px solid var(--main);outline-offset:2px}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:8px;border-bottom:1px solid var(--line);vertical-align:top}
td.u{word-break:break-all;min-width:120px}th{color:var(--dim);font-weight:600}.bar,.acts{display:flex;flex-wrap:wrap;gap:6px;align-items:center}.bar{margin:10px 0}
.b{display:inline-block;border:1px solid currentColor;border-radius:10px;padding:0 8px;margin-right:4px;white-space:nowrap}.good{color:var(--good)}.bad{color:var(--bad)}.dim{color:var(--dim)}
form{background:var(--soft);border-radius:8px;padding:12px;margin-top:12px;display:grid;gap:8px}label{display:grid;gap:3px}.bar label{display:flex;align-items:center;gap:6px}
small{color:var(--dim)}small.bad{color:var(--bad)}.say{min-height:1.4em;margin:8px 0 0}[hidden]{display:none!important}`;

  /* An element: attributes, listeners (`on…`), and children, of which texts stay texts. */
  const el = (tag, props, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
      if (typeof value === "function") node.addEventListener(name.slice(2), value);
      else if (value !== false && value != null) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat().filter((child) => child !== false && child != null));
    return node;
  };

  const find = (container) => {
    let found = container;
    if (typeof container === "string") {
      try { found = document.querySelector(container); } catch { found = null; }
    }
    if (!(found instanceof Element)) throw new Error(`JobcelisPortal: container not found: ${container}`);
    return found;
  };

  /* Only pictures may be loaded from what the page names. */
  const picture = (address) => {
    try {
      const { href } = new URL(address, location.href);
      return /^(https?:|data:image\/)/.test(href) ? href : null;
    } catch { return null; }
  };

  class Portal {
    constructor(options) {
      const container = find(options.container || "#jobcelis-portal");
      this.token = options.token;
      this.base = String(options.baseUrl || home).replace(/\/+$/, "");
      this.locale = options.locale === "es" ? "es" : "en";
      this.words = this.locale === "es" ? { ...EN, ...ES } : EN;
      this.onEvent = typeof options.onEvent === "function" ? options.onEvent : () => {};
      this.pollMs = options.pollMs === undefined ? 15000 : Number(options.pollMs) || 0;
      this.ends = new AbortController();
      this.gone = new Set();
      this.seen = {};
      this.filter = { status: "", webhook_id: "" };
      this.pages = [];
      this.host = el("div", {});
      this.frame(options.theme || {});
      container.append(this.host);
      this.guard(this.start());
    }

    /* What stands there before anything is known. */
    frame(theme) {
      const title = theme.title || this.words.webhooks, logo = theme.logo && picture(theme.logo);
      this.root = this.host.attachShadow({ mode: "open" });
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        this.root.adoptedStyleSheets = [sheet];
      } catch { this.root.append(el("style", {}, STYLE)); }
      const night = theme.mode === "auto" && matchMedia("(prefers-color-scheme: dark)").matches;
      this.tabs = el("div", { role: "tablist", onkeydown: (event) => this.arrows(event) });
      this.body = el("div", {});
      this.say = el("p", { class: "say", role: "status" }, this.words.loading);
      this.alert = el("p", { class: "say bad", role: "alert", hidden: true });
      const box = el("section", { class: theme.mode === "dark" || night ? "p dark" : "p", lang: this.locale, "aria-label": title },
        el("header", {}, logo && el("img", { src: logo, alt: "" }), el("h2", {}, title)),
        this.tabs, this.alert, this.body, this.say);
      box.style.setProperty("--main", theme.primaryColor || "#6366f1");
      this.root.append(box);
    }

    async start() {
      const { data } = await this.call("GET", "/session");
      this.scopes = data.scopes;
      this.build();
      this.onEvent("ready", { scopes: this.scopes });
    }

    may(scope) { return this.scopes.includes(scope); }

    /* One call; what it throws has a text to show. */
    async call(method, path, body) {
      const headers = { "X-Embed-Token": this.token };
      if (body) headers["Content-Type"] = "application/json";
      let reply;
      try {
        reply = await fetch(`${this.base}/api/v1/embed${path}`, {
          method, headers, body: body && JSON.stringify(body), signal: this.ends.signal, credentials: "omit", cache: "no-store"
        });
      } catch { throw { text: this.words.offline, status: 0 }; }
      const json = await reply.json().catch(() => ({}));
      if (reply.ok) return json;
      this.over = reply.status === 401;
      const own = { 401: this.words.expired, 429: this.words.tooMany }[reply.status];
      throw { text: own || json.error || `HTTP ${reply.status}`, status: reply.status, details: json.details, body: json };
    }

    guard(work) { return work.catch((e) => this.fail(e)); }

    fail(e) {
      if (this.ends.signal.aborted) return;
      this.say.textContent = "";
      this.alert.textContent = e.text || String(e);
      this.alert.hidden = false;
      this.onEvent("error", { status: e.status || 0, message: this.alert.textContent });
    }

    tell(text) {
      this.alert.hidden = true;
      this.say.textContent = text;
    }

    /* The tabs that the scopes leave. */
    build() {
      const names = [];
      if (this.may("webhooks:read") || this.may("webhooks:write")) names.push("webhooks");
      if (this.may("deliveries:read")) names.push("deliveries");
      if (!names.length) throw { text: this.words.forbidden, status: 403 };
      this.panels = {};
      for (const name of names) {
        const tab = el("button", {
          type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`, onclick: () => this.show(name)
        }, this.words[name]);
        const panel = el("div", { role: "tabpanel", id: `panel-${name}`, "aria-labelledby": `tab-${name}`, hidden: true });
        this.panels[name] = { tab, panel };
        this.tabs.append(tab);
        this.body.append(panel);
      }
      this.tell("");
      if (this.panels.webhooks) this.webhooksPanel(this.panels.webhooks.panel);
      if (this.panels.deliveries) this.deliveriesPanel(this.panels.deliveries.panel);
      this.show(names[0]);
      this.poll();
    }

    show(name) {
      this.shown = name;
      for (const [key, { tab, panel }] of Object.entries(this.panels)) {
        tab.setAttribute("aria-selected", key === name);
        tab.tabIndex = key === name ? 0 : -1;
        panel.hidden = key !== name;
      }
      this.load();
    }

    arrows(event) {
      const names = Object.keys(this.panels || {}), at = names.indexOf(this.shown);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key];
      if (to === undefined || !names.length) return;
      event.preventDefault();
      this.show(names[(to + names.length) % names.length]);
      this.panels[this.shown].tab.focus();
    }

    load() { return this.guard(this.shown === "webhooks" ? this.loadWebhooks() : this.loadDeliveries()); }

    poll() {
      if (!this.pollMs || this.ends.signal.aborted) return;
      this.timer = setTimeout(async () => {
        const rests = this.over || document.hidden || this.busy || this.root.querySelector("[data-open]");
        if (!rests) await this.load();
        this.poll();
      }, Math.max(this.pollMs, 1000));
    }

    /* Something the user has asked for: its control rests meanwhile, and its end is told. */
    async act(event, control, work, done) {
      this.busy = true;
      control.disabled = true;
      try {
        const answer = await work;
        this.tell(done);
        this.onEvent(event, answer.data || answer);
        return answer;
      } finally {
        this.busy = false;
        control.disabled = false;
      }
    }

    button(label, key, name, click) {
      return el("button", { type: "button", "data-key": key, "aria-label": name && `${label}: ${name}`, onclick: click }, label);
    }

    focus(key) {
      const node = key && this.root.querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (node) node.focus();
    }

    table(name, columns, empty) {
      const rows = el("tbody", {}), heads = columns.map((text) => el("th", { scope: "col" }, text));
      const table = el("table", { "aria-label": this.words[name] }, el("thead", {}, el("tr", {}, heads)), rows);
      return { name, rows, table: el("div", { class: "scroll", hidden: true }, table), empty: el("p", { class: "dim", hidden: true }, empty) };
    }

    /* Puts rows in place unless they are there already; the focus stays where it was. */
    rows(list, data, make) {
      const text = JSON.stringify(data), active = this.root.activeElement;
      if (this.seen[list.name] === text) return;
      this.seen[list.name] = text;
      const key = active && active.getAttribute("data-key");
      list.rows.replaceChildren(...data.map(make));
      list.table.hidden = !data.length;
      list.empty.hidden = !!data.length;
      this.focus(key);
    }

    webhooksPanel(panel) {
      const w = this.words, writes = this.may("webhooks:write");
      this.inactive = el("input", { type: "checkbox", onchange: () => this.load() });
      if (this.may("webhooks:read")) {
        this.hooks = this.table("webhooks", [w.url, w.topics, w.status, ...(writes ? [w.actions] : [])], w.noWebhooks);
        const bar = el("div", { class: "bar" }, el("label", {}, this.inactive, w.inactiveToo));
        panel.append(bar, this.hooks.table, this.hooks.empty);
      }
      if (writes) {
        panel.append(this.form(null, (body, control) => this.act("webhook.created", control, this.call("POST", "/webhooks", body), w.created)));
      }
    }

    async loadWebhooks() {
      if (!this.hooks) return;
      const { data } = await this.call("GET", `/webhooks${this.inactive.checked ? "?include=inactive" : ""}`);
      const list = data.filter((hook) => !this.gone.has(hook.id));
      this.rows(this.hooks, list, (hook) => this.hookRow(hook));
      this.offer(list);
    }

    hookRow(hook) {
      const w = this.words, on = hook.status === "active", row = el("tr", {});
      const badges = [el("span", { class: on ? "b good" : "b dim" }, on ? w.active : w.inactive)];
      if (w[hook.circuit_state]) badges.push(el("span", { class: "b bad" }, w[hook.circuit_state]));
      row.append(el("td", { class: "u" }, hook.url),
        el("td", {}, hook.topics.length ? hook.topics.join(", ") : el("span", { class: "dim" }, w.allTopics)),
        el("td", {}, badges));
      if (!this.may("webhooks:write")) return row;
      const acts = el("div", { class: "acts" });
      const button = (label, verb, click) => this.button(label, verb + hook.id, hook.url, (event) => click(event.currentTarget));
      const ask = (...shown) => { acts.replaceChildren(...shown); acts.lastChild.focus(); };
      const usual = () => [
        button(w.test, "test", (control) => this.guard(this.test(hook, control))),
        button(w.edit, "edit", () => this.edit(hook, row)),
        button(on ? w.pause : w.resume, "pause", (control) => this.guard(this.pause(hook, control))),
        button(w.del, "delete", () => ask(el("span", { "data-open": true }, w.sure),
          button(w.yes, "yes", (control) => this.guard(this.remove(hook, control))), button(w.no, "no", () => ask(...usual()))))
      ];
      acts.append(...usual());
      row.append(el("td", {}, acts));
      return row;
    }

    async test(hook, control) {
      const w = this.words;
      const work = this.call("POST", `/webhooks/${hook.id}/test`).catch((e) => {
        if (e.body && e.body.success === false) return e.body;
        throw e;
      });
      const answer = await this.act("webhook.tested", control, work, "");
      const say = answer.success ? w.tested.replace("{1}", answer.latency_ms) : w.failed;
      this.tell(say.replace("{0}", () => answer.success ? answer.status : answer.reason));
    }

    async pause(hook, control) {
      const status = hook.status === "active" ? "inactive" : "active";
      await this.act("webhook.updated", control, this.call("PATCH", `/webhooks/${hook.id}`, { status }), this.words.updated);
      this.inactive.checked ||= status === "inactive";
      await this.loadWebhooks();
    }

    async remove(hook, control) {
      await this.act("webhook.deleted", control, this.call("DELETE", `/webhooks/${hook.id}`).then(() => ({ id: hook.id })), this.words.deleted);
      this.gone.add(hook.id);
      await this.loadWebhooks();
      this.panels.webhooks.tab.focus();
    }

    edit(hook, row) {
      const close = async () => {
        this.seen.webhooks = null;
        await this.loadWebhooks();
        this.focus(`edit${hook.id}`);
      };
      const form = this.form(hook, async (body, control) => {
        await this.act("webhook.updated", control, this.call("PATCH", `/webhooks/${hook.id}`, body), this.words.updated);
        await close();
      }, () => this.guard(close()));
      row.replaceChildren(el("td", { colspan: 4 }, form));
      form.elements.url.focus();
    }

    /* The fields of a webhook; of a new one if there is none. */
    form(hook, send, cancel) {
      const w = this.words, faults = {};
      const field = (name, hint, props) => {
        faults[name] = el("small", { class: "bad", hidden: true });
        return el("label", {}, w[name], el("input", { name, autocomplete: "off", ...props }), hint && el("small", {}, hint), faults[name]);
      };
      const mark = (details) => {
        for (const [name, node] of Object.entries(faults)) {
          node.textContent = (details[name] || []).join(", ");
          node.hidden = !details[name];
          form.elements[name].setAttribute("aria-invalid", !!details[name]);
        }
      };
      const submit = async () => {
        const { url, topics, secret } = form.elements;
        const body = { url: url.value.trim(), topics: topics.value.split(",").map((t) => t.trim()).filter(Boolean) };
        if (secret.value) body.secret = secret.value;
        mark({});
        try {
          await send(body, main);
          if (hook) return;
          form.reset();
          url.focus();
          await this.loadWebhooks();
        } catch (e) {
          mark(e.details || {});
          throw e;
        }
      };
      const main = el("button", { type: "submit", class: "main" }, hook ? w.save : w.add);
      const form = el("form", {
        novalidate: true, "aria-label": hook ? `${w.edit}: ${hook.url}` : w.add, "data-open": !!hook,
        onsubmit: (event) => { event.preventDefault(); this.guard(submit()); },
        onkeydown: (event) => { if (event.key === "Escape" && cancel) cancel(); }
      }, field("url", null, { type: "url", placeholder: "https://", value: hook && hook.url }),
        field("topics", w.topicsHint, { placeholder: "order.*, user.created", value: hook && hook.topics.join(", ") }),
        field("secret", hook ? w.secretKeep : w.secretHint, { type: "password", autocomplete: "new-password" }),
        el("div", { class: "acts" }, main, cancel && this.button(w.cancel, "cancel", null, cancel)));
      return form;
    }

    deliveriesPanel(panel) {
      const w = this.words, columns = [w.status, w.topic, w.http, w.attempt, w.latency, w.time];
      if (this.may("deliveries:retry")) columns.push(w.actions);
      const select = (name, ...options) => el("select", {
        onchange: (event) => { this.filter[name] = event.target.value; this.pages = []; this.load(); }
      }, options);
      const option = (value) => el("option", { value }, value ? w[`s_${value}`] : w.all);
      this.list = this.table("deliveries", columns, w.noDeliveries);
      this.choice = select("webhook_id", option(""));
      this.newest = this.button(w.first, "newest", null, () => { this.pages = []; this.load(); });
      this.older = this.button(w.next, "older", null, () => { this.pages = [this.cursor]; this.load(); });
      panel.append(el("div", { class: "bar" },
        el("label", {}, w.status, select("status", ...["", "success", "failed", "pending"].map(option))),
        this.may("webhooks:read") && el("label", {}, w.webhook, this.choice),
        this.button(w.refresh, "refresh", null, () => this.load())),
        this.list.table, this.list.empty, el("div", { class: "bar" }, this.newest, this.older));
    }

    /* The webhooks to choose from, beside the deliveries. */
    offer(hooks) {
      if (!this.choice) return;
      this.choice.replaceChildren(this.choice.firstChild, ...hooks.map((hook) => el("option", { value: hook.id }, hook.url)));
      this.choice.value = this.filter.webhook_id;
      if (this.choice.selectedIndex < 0) this.choice.value = this.filter.webhook_id = "";
    }

    async loadDeliveries() {
      const query = new URLSearchParams({ limit: "20", cursor: this.pages[0] || "", ...this.filter });
      const answer = await this.call("GET", `/deliveries?${query}`);
      this.cursor = answer.next_cursor;
      this.older.disabled = !answer.has_next;
      this.newest.disabled = !this.pages.length;
      this.rows(this.list, answer.data, (item) => this.deliveryRow(item));
    }

    deliveryRow(item) {
      const w = this.words, failed = item.status === "failed";
      const tone = failed ? "b bad" : item.status === "success" ? "b good" : "b dim";
      const row = el("tr", {}, el("td", {}, el("span", { class: tone }, w[`s_${item.status}`] || item.status)),
        el("td", { class: "u" }, item.topic || "–"), el("td", {}, item.response_status || "–"), el("td", {}, item.attempt_number),
        el("td", {}, item.response_latency_ms === null ? "–" : `${item.response_latency_ms} ms`),
        el("td", {}, el("time", { datetime: item.inserted_at }, new Date(item.inserted_at).toLocaleString(this.locale))));
      const retry = async (event) => {
        const work = this.call("POST", `/deliveries/${item.id}/retry`).then(() => ({ id: item.id }));
        await this.act("delivery.retried", event.currentTarget, work, w.retried);
        await this.loadDeliveries();
      };
      if (this.may("deliveries:retry")) {
        row.append(el("td", {}, failed && this.button(w.retry, `retry${item.id}`, item.topic, (event) => this.guard(retry(event)))));
      }
      return row;
    }

    destroy() {
      this.ends.abort();
      clearTimeout(this.timer);
      this.host.remove();
    }
  }

  window.JobcelisPortal = {
    init(options) {
      if (!options || !options.token) throw new Error("JobcelisPortal: token is required");
      return new Portal(options);
    }
  };
})();
