/**
 * Personal values purged, in the real browser over the real station: the days are set, an incident
 * is held and let go, its values go, one person is looked up and purged; what the record still
 * says.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage } from './browser.ts'
import { issuesInBothThemes, pictureNamed } from './demo.ts'

const NAME = '金雀儿'
let browser: Browser
let served: Served
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  served = await serveStation('2026-11-24T12:00:00+08:00')
  ;({ page } = await newPage(browser))
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const says = (words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor()
/** A month ends every sign-in: the page is opened anew. */
async function signIn(): Promise<void> {
  const answer = await fetch(`${served.http.url}/api/link`, {
    method: 'POST',
    headers: { authorization: 'Bearer e2e-local-token' },
  })
  const { reply } = (await answer.json()) as { reply: { consoleUrl: string } }
  await page.goto(reply.consoleUrl)
  await page.locator('main').first().waitFor()
}
const go = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

it('the days are set, a hold keeps, and what is due goes; the record says so', async () => {
  const { incidentId } = await served.ask('incident/report', {
    ...{ narrative: `${NAME}说大厅有烟`, reporter: NAME, place: '大厅' },
  })
  await served.ask('incident/move', { incidentId, to: 'false-report', reason: '是水汽' })
  const other = await served.ask('incident/report', {
    ...{ narrative: `${NAME}又来电`, place: '后厅' },
  })
  await served.ask('incident/move', {
    ...{ incidentId: other.incidentId, to: 'false-report', reason: '误会' },
  })
  await page.goto(served.http.consoleUrl)
  await go('#/site?at=retention')
  await page.locator('#retention-days').fill('30')
  const part = page.locator('[data-part=retention]')
  await part.getByLabel('修改原因').fill('评估后定')
  await button('保存清除天数').click()
  await part.getByText('已保存').waitFor()
  await part.getByText('2026-001').waitFor()
  await page.screenshot({ path: pictureNamed('retention.png') })

  await go(`#/history/${other.incidentId}`)
  await button('保留…').click()
  await page.getByLabel(/保留的原因/).fill('诉讼中')
  await page.getByRole('dialog').getByRole('button', { name: '保留' }).click()
  await says(/个人信息保留中：诉讼中/)
  served.clock.leap('31 d')
  await served.pass('5 s')
  await signIn()
  await go(`#/history/${incidentId}`)
  await says(/按规定清除2处|按规定清除3处/)
  await says('（内容已按规定清除）')
  expect(await page.getByText(NAME).count()).toBe(0)
  await page.screenshot({ path: pictureNamed('purged-record.png') })
  await go(`#/history/${other.incidentId}`)
  await says(`${NAME}又来电`)
})

it('one person is looked up, and what nothing keeps is purged; what is held says so', async () => {
  await go('#/site?at=retention')
  const person = page.locator('.person')
  await person.getByLabel('姓名').fill(NAME)
  await person.getByRole('button', { name: '查找' }).click()
  await says('查到1处，可以清除0处')
  await says(/在保留中：先解除保留/)
  await page.screenshot({ path: pictureNamed('person-found.png') })
  expect(await issuesInBothThemes(page)).toEqual([])
  await page
    .locator('[data-part=retention]')
    .getByRole('button', { name: /^解除保留/ })
    .click()
  await page.getByLabel('解除的原因').fill('已判决')
  await page.getByRole('dialog').getByRole('button', { name: '解除保留' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await person.getByRole('button', { name: '查找' }).click()
  await says('查到1处，可以清除1处')
  await person.getByRole('button', { name: /^清除选上的1处/ }).click()
  await page.getByLabel('清除的原因').fill('本人要求')
  await page.getByRole('dialog').getByRole('button', { name: '清除', exact: true }).click()
  await says(/已清除1处/)
  expect(served.errors).toEqual([])
})
