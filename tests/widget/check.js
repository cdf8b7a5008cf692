// The widget as a visitor uses it: on a page of another origin, with a mouse, with keys alone, and
// with what a screen reader is told.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { Stage, until } from "./stage.js";

let stage;
before(async () => { stage = await Stage.open(); });
after(async () => { await stage?.close(); });

/** A page with the widget, by a new token of these fields. */
async function portal(account, fields, options) {
  const { token } = await account.token(fields);
  const page = await stage.show({ token, ...options });
  return Object.assign(page, { token });
}

const status = (page) => page.getByRole("status");
const cell = (page, name) => page.getByRole("cell", { name, exact: true });
const tab = (page, name) => page.getByRole("tab", { name });

async function add(page, url, topics) {
  const form = page.getByRole("form", { name: "Add webhook" });
  await form.getByLabel("URL").fill(url);
  await form.getByLabel("Topics").fill(topics);
  await form.getByRole("button", { name: "Add webhook" }).click();
}

test("the first webhook is added, and then another", async () => {
  const account = await stage.account();
  const page = await portal(account);
  await page.getByText("No webhooks yet.").waitFor();
  await add(page, `${stage.target}/first`, "order.*, user.created");
  await cell(page, `${stage.target}/first`).waitFor();
  await status(page).getByText("Webhook added.").waitFor();
  const [made] = (await account.call("GET", "/webhooks")).data;
  assert.deepEqual([made.url, made.topics], [`${stage.target}/first`, ["order.*", "user.created"]]);
  await add(page, `${stage.target}/second`, "");
  await cell(page, "all topics").waitFor();
  assert.equal(await page.getByRole("row").count(), 3);
  const events = await page.evaluate(() => window.events.map(([name]) => name));
  assert.deepEqual(events, ["ready", "webhook.created", "webhook.created"]);
  assert.deepEqual(page.problems, []);
});

test("what is wrong is said beside its field", async () => {
  const account = await stage.account();
  const page = await portal(account);
  await add(page, "ftp://nowhere.test", "");
  const field = page.getByLabel("URL");
  await until("the field is marked", async () => await field.getAttribute("aria-invalid") === "true");
  assert.match(await page.getByRole("alert").textContent(), /must start with/);
  await add(page, `${stage.target}/good`, "");
  await cell(page, `${stage.target}/good`).waitFor();
  assert.equal(await field.getAttribute("aria-invalid"), "false");
  assert.equal(await page.getByRole("alert").count(), 0);
});

test("webhooks are tried, changed, paused, resumed and deleted", async () => {
  const account = await stage.account();
  const page = await portal(account);
  await add(page, `${stage.target}/one`, "a");
  const button = (name) => page.getByRole("button", { name: `${name}: ${stage.target}/` });
  await button("Test").click();
  await status(page).getByText("Test call succeeded: HTTP 200").waitFor();
  await button("Edit").click();
  const form = page.getByRole("form", { name: "Edit" });
  assert.deepEqual([await form.getByLabel("URL").inputValue(), await form.getByLabel("Topics").inputValue()], [`${stage.target}/one`, "a"]);
  await form.getByLabel("URL").fill(`${stage.target}/two`);
  await form.getByLabel("Topics").fill("a, b.*");
  await form.getByRole("button", { name: "Save" }).click();
  await cell(page, "a, b.*").waitFor();
  await button("Edit").click();
  await form.getByLabel("URL").press("Escape");
  await form.waitFor({ state: "detached" });
  assert.ok(await button("Edit").evaluate((node) => node.getRootNode().activeElement === node), "back to where it began");
  await button("Pause").click();
  await button("Resume").waitFor();
  const [paused] = (await account.call("GET", "/webhooks?include=inactive")).data;
  assert.deepEqual([paused.url, paused.status], [`${stage.target}/two`, "inactive"]);
  await button("Resume").click();
  await button("Pause").waitFor();
  await button("Delete").click();
  await button("Keep").click();
  await button("Delete").click();
  await button("Yes, delete").click();
  await page.getByText("No webhooks yet.").waitFor();
  assert.equal((await account.call("GET", "/webhooks")).data.length, 0);
  assert.deepEqual(page.problems, []);
});

test("a failed delivery is sent again", async () => {
  const account = await stage.account();
  stage.statuses["/flaky"] = [404, 200];
  await account.webhook({ url: `${stage.target}/flaky` });
  await account.event("order.created");
  await until("it has failed", async () => (await account.call("GET", "/deliveries?status=failed")).data.length);
  const page = await portal(account);
  await tab(page, "Deliveries").click();
  await cell(page, "404").waitFor();
  await page.getByRole("button", { name: "Retry: order.created" }).click();
  await status(page).getByText("Sent again.").waitFor();
  await until("it has arrived", () => stage.hits.filter((path) => path === "/flaky").length === 2);
  await until("it shows", async () => {
    await page.getByRole("button", { name: "Refresh" }).click();
    return await cell(page, "delivered").count();
  });
  assert.equal(await page.getByRole("button", { name: /^Retry/ }).count(), 0);
  await page.getByRole("combobox", { name: "Status" }).selectOption("failed");
  await page.getByText("No deliveries.").waitFor();
});

test("deliveries are shown by pages of twenty, and of one webhook", async () => {
  const account = await stage.account();
  const [one] = await Promise.all(["/p1", "/p2"].map((path) => account.webhook({ url: stage.target + path })));
  for (let n = 0; n < 15; n++) await account.event("many");
  await until("all are delivered", async () => (await account.call("GET", "/deliveries?status=success")).data.length === 30);
  const page = await portal(account);
  await cell(page, `${stage.target}/p1`).waitFor();
  await tab(page, "Deliveries").click();
  const rows = (count) => until(`${count} are shown`, async () => await page.getByRole("row").count() === count + 1);
  await rows(20);
  await page.getByRole("button", { name: "Older" }).click();
  await rows(10);
  await page.getByRole("button", { name: "Newest" }).click();
  await rows(20);
  await page.getByRole("combobox", { name: "Webhook" }).selectOption(one.id);
  await rows(15);
});

test("what the scopes forbid is not there", async () => {
  const account = await stage.account();
  stage.statuses["/never"] = [404];
  await account.webhook({ url: `${stage.target}/never` });
  await account.event("t");
  await until("it has failed", async () => (await account.call("GET", "/deliveries?status=failed")).data.length);
  for (const [scopes, tabs, forms, buttons] of [
    [["webhooks:read"], ["Webhooks"], 0, 0],
    [["webhooks:read", "webhooks:write"], ["Webhooks"], 1, 5],
    [["webhooks:write"], ["Webhooks"], 1, 1],
    [["deliveries:read"], ["Deliveries"], 0, 3],
    [["deliveries:read", "deliveries:retry"], ["Deliveries"], 0, 4],
  ]) {
    const page = await portal(account, { scopes });
    await tab(page, tabs[0]).waitFor();
    assert.deepEqual(await page.getByRole("tab").allTextContents(), tabs, scopes);
    if (scopes[0] !== "webhooks:write") await page.getByRole("row").nth(1).waitFor();
    assert.equal(await page.getByRole("form").count(), forms, scopes);
    assert.equal(await page.getByRole("button").count(), buttons, scopes);
    await page.close();
  }
  const none = await portal(account, { scopes: ["deliveries:retry"] });
  await none.getByRole("alert").getByText("nothing here that you may see").waitFor();
});

test("markup in what is stored stays text", async () => {
  const account = await stage.account();
  const bad = `<img src=x onerror="window.hit=1"><script>window.hit=1</script>`;
  await account.webhook({ url: `${stage.target}/x?a=<script>window.hit=1</script>&b='"><b>`, topics: [bad, "*"] });
  await account.event(bad);
  await until("it is delivered", async () => (await account.call("GET", "/deliveries?status=success")).data.length);
  const page = await portal(account, {}, { theme: { logo: "javascript:window.hit=1", title: bad, primaryColor: "red;}*{display:none" } });
  await cell(page, `${bad}, *`).waitFor();
  await page.getByRole("heading", { name: bad }).waitFor();
  await tab(page, "Deliveries").click();
  await cell(page, bad).waitFor();
  const inside = await page.evaluate(() => {
    const root = document.querySelector("#jobcelis-portal > div").shadowRoot;
    return [root.querySelectorAll("img, script, b").length, window.hit];
  });
  assert.deepEqual(inside, [0, undefined]);
  assert.deepEqual(page.problems, []);
});

test("keys alone are enough", async () => {
  const account = await stage.account();
  const page = await portal(account);
  await tab(page, "Webhooks").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await tab(page, "Deliveries").getAttribute("aria-selected"), "true");
  await page.getByRole("tabpanel", { name: "Deliveries" }).waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type(`${stage.target}/typed`);
  await page.keyboard.press("Tab");
  await page.keyboard.type("a.b");
  await page.keyboard.press("Enter");
  await cell(page, `${stage.target}/typed`).waitFor();
});

test("languages, several on a page, and the end of one", async () => {
  const account = await stage.account();
  const page = await portal(account, {}, { locale: "es" });
  await tab(page, "Entregas").waitFor();
  await page.evaluate((token) => {
    window.second = JobcelisPortal.init({ token, container: document.getElementById("second"), locale: "xx", theme: { mode: "dark" }, pollMs: 0 });
  }, page.token);
  await tab(page, "Deliveries").waitFor();
  assert.equal(await page.getByRole("tab").count(), 4);
  await page.evaluate(() => window.portal.destroy());
  await tab(page, "Entregas").waitFor({ state: "detached" });
  assert.equal(await page.getByRole("tab").count(), 2);
  const faults = await page.evaluate((token) => [{}, { token, container: "#nowhere" }, { token, container: "((" }].map((options) => {
    try { JobcelisPortal.init(options); return "none"; } catch (e) { return e.message; }
  }), page.token);
  assert.deepEqual(faults, ["JobcelisPortal: token is required", "JobcelisPortal: container not found: #nowhere", "JobcelisPortal: container not found: (("]);
});

test("it looks again by itself, and leaves the focus where it is", async () => {
  const account = await stage.account();
  await account.webhook({ url: `${stage.target}/one` });
  const page = await portal(account, {}, { pollMs: 1000 });
  const button = page.getByRole("button", { name: `Test: ${stage.target}/one` });
  await button.focus();
  await account.webhook({ url: `${stage.target}/two` });
  await cell(page, `${stage.target}/two`).waitFor();
  assert.ok(await button.evaluate((node) => node.getRootNode().activeElement === node));
});

test("a page that the token is not for, and one whose token ended", async () => {
  const account = await stage.account();
  const refused = await portal(account, { allowed_origins: ["https://app.test"] });
  await refused.getByRole("alert").getByText("Origin not allowed").waitFor();
  const allowed = await portal(account, { allowed_origins: [stage.origin] });
  await tab(allowed, "Webhooks").waitFor();
  for (const { id } of (await account.call("GET", "/embed/tokens")).data) await account.call("DELETE", `/embed/tokens/${id}`);
  await tab(allowed, "Deliveries").click();
  await allowed.getByRole("alert").getByText("no longer allowed").waitFor();
});
