/**
 * A data folder copied by hand while its station works, many times under load: whatever each copy
 * caught, its start says in words that it is a copy, or is refused in words. None is short without
 * a word.
 */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
import { inNewFolder, planted, REAL, serve } from './lib/station.ts'

const COPIES = 40
const INCIDENTS = 40 // more that run at once no house has, and each start draws them all
const WORDS = /手工复制来的/

/** What the start on a copy leaves unsaid. */
async function startOn(copy: string, entry: string): Promise<string[]> {
  try {
    const station = await serve(copy, { entry })
    const { notes, emergency } = await station.board()
    await station.stop()
    const words = [...notes, emergency?.why].map((text) => text?.zh ?? '').join(' ')
    return WORDS.test(words) ? [] : [`${copy}: up without a word (${words})`]
  } catch (error) {
    return /[\u4e00-\u9fff]/.test(String(error)) ? [] : [`${copy}: ${String(error).slice(0, 200)}`]
  }
}

async function copies(count: number, entry: string): Promise<string[]> {
  return inNewFolder(async (above) => {
    const dir = join(above, 'data')
    const first = await serve(dir)
    let isOver = false
    const load = (async () => {
      for (let n = 0; !isOver; n++)
        if (n < INCIDENTS)
          await first.request('incident/report', { narrative: '冒烟', place: `第${n}层` })
        else await first.request('roster/set', { posts: {} })
    })()
    const faults: string[] = []
    for (let n = 0; n < count; n++) {
      const copy = join(above, `copy-${n}`)
      cpSync(dir, copy, { recursive: true })
      faults.push(...(await startOn(copy, entry)))
    }
    isOver = true
    await load
    await first.stop()
    printNote(`${count} copies, ${faults.length} without a word`)
    return faults
  })
}

await runChecks(async () => {
  check(`${COPIES} copies of a running folder under load`, await copies(COPIES, REAL))
  mustFail('a copy is not seen', await copies(3, planted('copy-unseen')))
})
