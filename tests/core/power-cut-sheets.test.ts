/**
 * Power-cut sheets come by themselves: when the machine runs on battery, and every so many minutes
 * while an incident runs; printed where a printer takes them, else as a file.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { DocumentOrder, DocumentWriter, SheetTray } from '#main/core/ports.ts'
import { refuse } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'
import { until } from '../kit/until.ts'

let kit: Kit
afterEach(() => kit.stop())

async function open({ prints = true, pdfs = true } = {}) {
  const orders: DocumentOrder[] = []
  const onPaper: string[] = []
  const documentWriter: DocumentWriter = {
    check: async () => null,
    write(order) {
      if (order.format === 'pdf' && !pdfs)
        return {
          done: Promise.resolve(refuse('no-browser', localized('无', 'none'))),
          cancel: () => undefined,
        }
      orders.push(order)
      return {
        done: Promise.resolve({ ok: true as const, bytes: 1, rows: 1, sha256: 'x' }),
        cancel: () => undefined,
      }
    },
  }
  const sheetTray: SheetTray = {
    print: async (file) => {
      onPaper.push(file)
      return prints
    },
    place: (name) => `/sheets/${name}`,
    thin: () => undefined,
  }
  const fire = plan('fire', [step('ring', { lifeSafety: true })])
  kit = await openStation({ on: 'sqlite', plans: [fire], papers: documentWriter, sheetTray })
  const notices = async (): Promise<string> => JSON.stringify(await kit.ask('board/read', {}))
  return { orders, onPaper, notices }
}

describe('when the machine runs on battery', () => {
  it('the sheet is printed at once, without a question, with what runs', async () => {
    const { orders, onPaper, notices } = await open()
    await kit.run(['fire'])
    kit.station.onBattery()
    await until(() => expect(onPaper).toHaveLength(1))
    expect(onPaper[0]).toMatch(/断电纸\.html$/)
    expect(JSON.stringify(orders[0]?.document)).toContain('todo-1')
    await until(async () => expect(await notices()).toContain('断电纸已自动打印'))
  })

  it('it lies as a PDF in the folder where no printer takes it, and the desk says where', async () => {
    const { orders, notices } = await open({ prints: false })
    kit.station.onBattery()
    await until(async () => expect(await notices()).toMatch(/已存到\/sheets\/.*\.pdf/))
    expect(orders.map(({ format }) => format)).toEqual(['html', 'pdf'])
  })

  it('it lies as a page where nothing makes a PDF either', async () => {
    const { notices } = await open({ prints: false, pdfs: false })
    kit.station.onBattery()
    await until(async () => expect(await notices()).toMatch(/已存到\/sheets\/.*\.html/))
  })
})

describe('every so many minutes', () => {
  it('comes while an incident runs, and not on a calm desk', async () => {
    const { onPaper } = await open()
    await kit.ask('sheet/arrange', { everyMinutes: 15, language: 'zh' })
    await kit.clock.advance(40 * MINUTE)
    expect(onPaper).toEqual([])
    await kit.run(['fire'])
    await kit.clock.advance(MINUTE)
    await until(() => expect(onPaper).toHaveLength(1))
    await kit.clock.advance(16 * MINUTE)
    await until(() => expect(onPaper).toHaveLength(2))
  })

  it('is off until the site wants it, and can be switched off again', async () => {
    const { onPaper } = await open()
    await kit.run(['fire'])
    await kit.clock.advance(60 * MINUTE)
    await kit.ask('sheet/arrange', { everyMinutes: 5, language: 'zh' })
    await kit.ask('sheet/arrange', { everyMinutes: null, language: 'zh' })
    await kit.clock.advance(60 * MINUTE)
    expect(onPaper).toEqual([])
    expect(await kit.ask('sheet/arranged', {})).toEqual({ everyMinutes: null, language: 'zh' })
  })
})
