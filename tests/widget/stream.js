// The live stream in a browser: what an EventSource is told, on a page of another origin and with the
// key in its address, since it can send no header; and that it goes on by itself over restarts.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { Stage, until } from "./stage.js";

let stage;
before(async () => { stage = await Stage.open(); });
after(async () => { await stage?.close(); });

test("an EventSource resumes over restarts, without a loss and without a double", async () => {
  const account = await stage.account();
  const page = await stage.browser.newPage();
  await page.goto(stage.origin);
  await page.evaluate((address) => {
    window.told = [];
    window.source = new EventSource(address);
    window.source.onmessage = (message) => window.told.push({ id: message.lastEventId, ...JSON.parse(message.data) });
  }, `${stage.base}/api/v1/stream?api_key=${account.key}&types=event.created`);
  const told = (type) => page.evaluate((type) => window.told.filter((one) => one.type === type), type);
  const connected = (times) => until(`it is connected ${times} times`, async () => (await told("connected")).length === times);
  const sent = [];
  const send = async (count) => {
    for (let n = 0; n < count; n += 1) sent.push((await account.event(`order.${sent.length}`)).event_id);
  };
  const heard = () => until(`${sent.length} events are told`, async () => (await told("event.created")).length >= sent.length);

  await connected(1);
  await send(40);
  await heard();
  for (const signal of ["SIGKILL", "SIGTERM"]) {
    await stage.restart(signal);
    // The browser waits for three seconds: these are stored by then.
    await send(40);
    await heard();
    await send(10);
    await heard();
  }
  await connected(3);
  const events = await told("event.created");
  assert.deepEqual(events.map((one) => one.data.id), sent);
  const places = events.map((one) => Number(one.id));
  assert.ok(places.every((place, n) => n === 0 || place > places[n - 1]), "each message has a later place");
  assert.deepEqual(await told("gap"), []);
  assert.equal(await page.evaluate(() => window.source.readyState), 1);
});

test("a key that ends closes the stream and opens no other", async () => {
  const account = await stage.account();
  const page = await stage.browser.newPage();
  await page.goto(stage.origin);
  await page.evaluate((address) => {
    window.told = 0;
    window.source = new EventSource(address);
    window.source.onmessage = () => { window.told += 1; };
  }, `${stage.base}/api/v1/stream?api_key=${account.key}`);
  await until("it is connected", () => page.evaluate(() => window.told === 1));
  await account.call("POST", "/token/regenerate");
  await until("the browser gives up", () => page.evaluate(() => window.source.readyState === EventSource.CLOSED));
});
