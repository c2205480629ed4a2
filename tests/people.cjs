// SPDX-License-Identifier: MIT
// people.cjs SITE: the list of feeds and a feed, as people use them, in
// Chromium by way of playwright-core. SITE shows the feeds at /feeds/. What is
// wrong is printed.
'use strict';
const { chromium } = require('playwright-core');
const site = process.argv[2];
let failures = 0;

function check(what, got, want) {
	if (JSON.stringify(got) === JSON.stringify(want))
		return;
	console.log(`people: ${what}: ${JSON.stringify(got)}, expected ` +
	    JSON.stringify(want));
	failures++;
}

// A page that must not say anything on its console, nor need what is not there.
async function open(context, path) {
	const page = await context.newPage();
	page.on('console', (m) => check(`console of ${path}`, m.text(), ''));
	page.on('pageerror', (e) => check(`error of ${path}`, e.message, ''));
	page.on('response', (r) => check(r.url(), r.status(), 200));
	await page.goto(site + path);
	return page;
}

async function fits(page, what) {
	check(`${what} is not wider than the window`, await page.evaluate(
	    () => document.documentElement.scrollWidth <= innerWidth), true);
}

const rows = (page) => page.locator('tbody tr:visible').count();

async function search(page) {
	const all = await rows(page), input = page.getByRole('searchbox');
	const status = page.getByRole('status');

	await input.fill('mail');
	check('found', await rows(page), 1);
	check('status', await status.textContent(), 'Feeds found: 1');
	check('sections', await page.locator('section:visible').count(), 1);
	await input.fill('  OPERATIÖNS ');
	check('found in another case, with accents', await rows(page), 1);
	await input.fill('nothing of that name');
	check('found of nothing', await rows(page), 0);
	await input.press('Enter');
	check('after Enter', await rows(page), 0);
	await input.fill('');
	check('found at the end', await rows(page), all);
	check('status at the end', await status.textContent(), '');
}

async function copy(page) {
	const button = page.getByRole('button', { name: 'Copy address: Mail' });

	await button.focus();
	await page.keyboard.press('Enter');
	await page.waitForFunction(() => document.querySelector(
	    '[role=status]').textContent);
	check('copied', await page.evaluate(() => navigator.clipboard.readText()),
	    await page.getByRole('link', { name: 'Atom: Mail' })
	        .getAttribute('href'));
	check('focus stays', await button.evaluate(
	    (b) => b === document.activeElement), true);
}

// From the top, by the keyboard alone.
async function keyboard(page) {
	const order = [];

	for (let i = 0; i < 6; i++) {
		await page.keyboard.press('Tab');
		order.push(await page.evaluate(() =>
		    document.activeElement.getAttribute('aria-label') ||
		    document.activeElement.tagName));
	}
	check('order of the keyboard', order, ['A', 'INPUT',
		'Atom: An engineer\'s log', 'RSS: An engineer\'s log',
		'JSON Feed: An engineer\'s log',
		'Copy address: An engineer\'s log']);
}

async function withoutScript(browser) {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await open(context, '/feeds/index.html');

	check('no form without script',
	    await page.getByRole('searchbox').count(), 0);
	check('links without script', await page.getByRole('link',
	    { name: 'Atom: Mail' }).isVisible(), true);
	await context.close();
}

async function feed(context, path) {
	const page = await open(context, path);
	const title = page.getByRole('heading', { level: 1 });

	check(`title of ${path}`, (await title.textContent()).trim(),
	    'An engineer\'s log');
	check(`${path} shows`, await page.getByRole('heading',
	    { name: 'This is a web feed' }).isVisible(), true);
	check(`posts of ${path}`, await page.getByRole('listitem').count() > 4,
	    true);
	check(`${path} hides its entries`, await page.locator('entry:visible, ' +
	    'item:visible, link:visible, updated:visible').count(), 0);
	await fits(page, path);
	await page.close();
}

(async () => {
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM,
		args: ['--no-sandbox', '--disable-gpu'] });

	for (const colorScheme of ['light', 'dark'])
		for (const width of [400, 1200]) {
			const context = await browser.newContext({ colorScheme,
				viewport: { width, height: 900 },
				permissions: ['clipboard-read', 'clipboard-write'] });
			const page = await open(context, '/feeds/index.html');

			await fits(page, 'the list');
			await keyboard(page);
			await search(page);
			await copy(page);
			await feed(context, '/feeds/index.atom');
			await feed(context, '/feeds/index.rss');
			await context.close();
		}
	await withoutScript(browser);
	await browser.close();
	process.exit(failures > 0 ? 1 : 0);
})();
