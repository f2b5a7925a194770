import { newWindow, startBrowser } from '../scenarios/pages/chromium.ts';
import { startPortolan } from './up.ts';
import { writeFileSync } from 'node:fs';
const [portolan, browser] = await Promise.all([startPortolan('/tmp/mine/org1000'), startBrowser()]);
try {
const ctx = await newWindow(browser);
for (const v of [1,2]) { const page = await ctx.newPage();
const cdp = await ctx.newCDPSession(page); await cdp.send('Profiler.enable'); await cdp.send('Profiler.start');
const t=performance.now(); page.on('response', r => { if (/api/.test(r.url())) console.log(v,'resp',r.url().slice(-40), Math.round(performance.now()-t)); });
await page.goto(portolan.url+'/map'); await page.locator('.map-stage[data-ready="true"]').waitFor({timeout:150000}); console.log(v,'drawn',Math.round(performance.now()-t), JSON.stringify(await page.evaluate(()=>localStorage.getItem('portolan:map-places:domain')?.length)));
const { profile } = await cdp.send('Profiler.stop'); writeFileSync(`/tmp/mine/page${v}.cpuprofile`, JSON.stringify(profile)); await page.screenshot({path:`/tmp/mine/map${v}.png`}); await page.close(); }
} finally { await browser.close(); await portolan.stop(); }
