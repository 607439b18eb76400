/**
 * The pictures of docs/administering.md, docs/import.md, docs/handover.md and the last of
 * docs/planning.md, over the register of the demo: `npm run pictures -- guide` draws them, and what
 * has changed for the better is copied to docs/pictures.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { movedClock } from '#main/hosts/node/demo/moved-clock.ts'
import { sampleSite } from '#main/hosts/node/demo/people.ts'
import { readRegister } from '#main/hosts/node/demo/register-file.ts'
import { enterRegister } from '#main/hosts/node/demo/register.ts'
import { seededRandom } from '#main/hosts/node/demo/seeded-random.ts'
import { findInstallation } from '#main/hosts/node/install-paths.ts'
import { openRecord, runStation } from '#main/hosts/node/open-station.ts'
import { gbk } from '../kit/gbk.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { settled } from './console-scenes.ts'
import { pictureNamed, serveSample } from './demo.ts'

const ZONE = 'Asia/Shanghai'
const FIRST = '2026-10-01T07:00:00+08:00'
const NOW = '2026-11-24T14:32:00+08:00'

/** The register of the demo alone: nothing runs, so that nothing stands above the settings. */
async function fillRegister(dir: string): Promise<void> {
  const log = { info: () => undefined, error: () => undefined }
  const { journal } = openRecord(dir, log)
  const clock = movedClock(Date.parse(FIRST))
  const { resources } = findInstallation()
  const notifier = { notify: () => Promise.resolve() }
  const outside = { clock, log, notifier, resources }
  const { station } = await runStation(journal, sampleSite(ZONE), outside)
  const stage = { station, clock, random: seededRandom(1) }
  const dates = { first: FIRST.slice(0, 10), today: NOW.slice(0, 10) }
  await enterRegister(stage, readRegister(resources), dates)
  await station.stop()
  await journal.close()
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

type Console = { served: Served; desk: WatchedPage; page: Page }
async function opened(serving: Promise<Served>): Promise<Console> {
  const served = await serving
  const desk = await newPage(browser)
  await desk.page.goto(served.http.consoleUrl)
  await desk.page.locator('main').first().waitFor()
  await desk.page.getByRole('button', { name: '知道了' }).click() // a report was drafted
  return { served, desk, page: desk.page }
}
async function goTo({ page, served }: Console, hash: string, height = 900): Promise<void> {
  await page.setViewportSize({ width: 1440, height })
  await page.goto(`${served.http.url}/?lang=zh&theme=dark${hash}`)
  await page.reload() // only what comes after # may have changed
  await settled(page)
}
const draw = async ({ page }: Console, name: string): Promise<void> => {
  await page.mouse.move(0, 0)
  await page.screenshot({ path: pictureNamed(`${name}.png`), animations: 'disabled' })
}

describe('the register', () => {
  let at: Console
  beforeAll(async () => {
    at = await opened(serveStation(NOW, ['all'], fillRegister))
  })
  afterAll(() => at?.served.stop())

  it.each([
    ['administering-path', '#/site', 650],
    ['administering-people', '#/site?at=people', 1180],
    ['administering-posts', '#/site?at=posts', 900],
    ['administering-duty', '#/site?at=duty', 1060],
    ['administering-contacts', '#/site?at=contacts', 900],
    ['administering-places', '#/site?at=places', 900],
  ])('%s', async (name, hash, height) => {
    await goTo(at, hash, height)
    await draw(at, name)
    at.desk.expectQuiet()
  })

  it('administering-verify', async () => {
    const { page } = at
    await goTo(at, '#/site?at=contacts')
    await page.getByRole('button', { name: /逐个核对/ }).click()
    await page.getByRole('dialog').waitFor()
    await draw(at, 'administering-verify')
  })

  it('administering-wall-size', async () => {
    const { page, served } = at
    const wall = { name: '指挥中心大屏', view: 'incidents', language: 'zh', theme: 'dark' } as const
    await served.ask('walls/set', { ...wall, distance: 6, width: 1218, height: 685 })
    await goTo(at, '#/site?at=walls')
    await page.getByRole('button', { name: '修改指挥中心大屏' }).click()
    await page.getByRole('dialog').locator('figure.reading').waitFor()
    await draw(at, 'administering-wall-size')
    await page.keyboard.press('Escape')
  })

  it('administering-wall-privacy', async () => {
    const { page, served } = at
    const { types: all } = await served.ask('walls/privacy-read', {})
    const [first, second] = all.filter(({ discreet }) => !discreet).map(({ code }) => code)
    await served.ask('walls/privacy-set', { types: { [first!]: 'area', [second!]: 'presence' } })
    await goTo(at, '#/site?at=walls')
    await page.getByRole('button', { name: '按类型定公开多少' }).click()
    await page.getByRole('dialog').locator('table.rows').waitFor()
    await draw(at, 'administering-wall-privacy')
    await page.keyboard.press('Escape')
  })

  const ROSTER = `客服热线中心2026年12月值班表,,,,,,,,
序号,姓名,1,2,3,4,5,6,7
,,二,三,四,五,六,日,一
1,云小丁,早,早,中,中,休,早,早
2,雀小戊,中,中,早,早,D,中,中
3,湾小己,休,休,休,休,早,休,休
4,岭小庚,中,休,早,中,中,早,休
注：休息日另行通知,,,,,,,,
`
  it('import-roster', async () => {
    const { page } = at
    await goTo(at, '#/site/import/duty', 1180)
    const file = { name: '12月值班表.csv', mimeType: 'text/csv', buffer: Buffer.from(gbk(ROSTER)) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('日期横排').waitFor()
    await settled(page)
    await page.getByRole('region', { name: '要您说明的' }).scrollIntoViewIfNeeded()
    await draw(at, 'import-roster')
  })

  const CONTACTS = `单位名称,类别,电话,24小时,对应地点,备注
云雀湾供电所,供电单位,000 000 0104,是,,
云雀湾水务抢修,供水单位,000 000 0125,是,,
快升电梯维保,电梯维保单位,"000 000 0109、000 0000 0119",是,,
城东燃气抢修,燃气抢修,000 000 0206,是,,
湖滨物业,物业,000 000 0207,,湖滨小区,
云雀湾日报热线,媒体,000 000 0112,,,
`
  it('import-errors', async () => {
    const { page } = at
    await goTo(at, '#/site/import/contacts')
    const file = { name: '电话表.csv', mimeType: 'text/csv', buffer: Buffer.from(gbk(CONTACTS)) }
    await page.locator('input[type=file]').setInputFiles(file)
    const preview = page.getByRole('region', { name: '预览' })
    await preview.waitFor()
    await settled(page)
    const check = preview.getByRole('button', { name: '预览', exact: true })
    if (await check.isVisible()) await check.click()
    await preview.getByText('不行').first().waitFor()
    await preview.scrollIntoViewIfNeeded()
    await draw(at, 'import-errors')
  })
})

it('handover', async () => {
  const at = await opened(serveSample(NOW))
  await goTo(at, '#/handover')
  await at.page.getByText('遗留问题').first().waitFor()
  await draw(at, 'handover')
  at.desk.expectQuiet()
  expect(at.served.errors).toEqual([])
  await at.served.stop()
})

it('corrective actions', async () => {
  const at = await opened(serveSample(NOW))
  const [past] = (await at.served.ask('history/search', { limit: 1 })).rows
  const open = (what: string, why: string, due: string, person: string) =>
    at.served.ask('action/open', {
      ...{ what, why, due, owner: { person } },
      source: { incidentId: past!.incidentId },
    })
  await open('更换三楼东侧防火卷帘', '报警后卷帘没有落下', '2026-11-25', '李工')
  const trained = await open('值班员补训119报警用语', '报警时漏说了楼层', '2026-12-10', '何东')
  await open('补贴疏散指示标志', '烟里看不清出口', '2026-12-20', '陆北')
  await at.served.ask('action/done', { actionId: trained.actionId, words: '六人补训并考核' })
  await at.served.pass('48 h')
  await goTo(at, `#/actions?at=${trained.actionId}`, 620)
  await at.page.getByText('逾期1天').first().waitFor()
  await draw(at, 'planning-actions')
  at.desk.expectQuiet()
  expect(at.served.errors).toEqual([])
  await at.served.stop()
})
