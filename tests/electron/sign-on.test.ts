/**
 * Tests the person at the console's window: the record shows that person, also after the program
 * was started again.
 */
import { expect, it } from 'vitest'
import { useBrowser } from './kit/browser.ts'
import { newFolder, start, type Program } from './kit/program.ts'

const browser = useBrowser()

async function reportedBy(program: Program): Promise<string | undefined> {
  const page = await program.page('console')
  const answer = await page.evaluate<{ reply: { incidentId: string } }>(
    `station.request({ id: crypto.randomUUID(), name: 'incident/report', input: { narrative: '大厅冒烟', place: '大厅' } })`,
  )
  const { entries } = await program.ask('incident/timeline', {
    incidentId: answer.reply.incidentId,
  })
  return entries[0]?.by
}

it('is 值班员 until somebody signs on, and then that person', async () => {
  const dir = newFolder()
  const program = await start({ browser: browser(), dir })
  expect(await reportedBy(program)).toBe('值班员')
  const page = await program.page('console')
  await page.getByRole('button', { name: /当前值班员/ }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('周敏')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '当前值班员：周敏' }).waitFor()
  expect(await reportedBy(program)).toBe('周敏')
  await program.end('folder')

  const next = await start({ browser: browser(), dir })
  await (await next.page('console')).getByRole('button', { name: '当前值班员：周敏' }).waitFor()
  expect(await reportedBy(next)).toBe('周敏')
  await next.end()
})
