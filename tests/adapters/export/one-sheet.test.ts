/**
 * The fullest power-cut sheet stays on one A4, in both languages, as a browser prints it: also
 * where nobody has taken over ten incidents, the room was left and warnings are in force.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { browserPrinter } from '#main/adapters/export/browser-printer.ts'
import { powerCutDocument } from '#shared/domain/document/power-cut-document.ts'
import { drawPowerCut } from '#shared/domain/power-cut/draw.ts'
import { localized } from '#shared/domain/text.ts'
import { chromePath } from '../../e2e/browser.ts'
import { board, incident, MINUTE, NOW, step, ZONE } from '../../renderer/board-parts.ts'
import { folder, order, writer } from './writing.ts'

const LONG = localized(
  '组织三楼人员从西侧楼梯疏散',
  'Lead the people of floor 3 out by the west stairs',
)
const busy = Array.from({ length: 9 }, (_, index) =>
  incident({
    place: `江畔广场${index + 1}号楼三层中厅西侧连廊`,
    commander: '欧阳大甲',
    steps: Array.from({ length: 8 }, () =>
      step({
        ...{ short: LONG, lifeSafety: true, dueAt: NOW - MINUTE, late: true },
        people: ['欧阳大甲', '欧阳小乙', '欧阳小丙'],
      }),
    ),
  }),
)
const duty = Array.from({ length: 12 }, (_, index) => ({
  roleId: `post-${index}`,
  role: localized(`第${index + 1}应急处置小组组长`, `Leader of team ${index + 1}`),
  people: ['欧阳大甲'],
}))
const POSTS = {
  it: [{ person: '欧阳大甲', phone: '13800000001' }],
  'outside-power': Array.from({ length: 6 }, () => ({ person: '供电', phone: '95598' })),
}

const PLACE = '江畔广场一号楼三层中厅西侧连廊'.repeat(12).slice(0, 180)
const left = Array.from({ length: 10 }, (_, index) => ({
  ...{ id: `left-${index}`, number: `2026-${index + 100}`, place: PLACE, kind: LONG, drill: false },
  ...{ state: 'responding' as const, level: 1, receivedAt: NOW, occurredAt: null },
  ...{ discreet: false, missing: 0, plans: [] },
  open: Array.from({ length: 20 }, () => ({ title: LONG, lifeSafety: true })),
}))
const warnings = Array.from({ length: 5 }, (_, index) => ({
  ...{ id: `w${index}`, kind: '暴雨'.repeat(20), warning: 'red' as const, startsAt: NOW },
  ...{ until: NOW + MINUTE, area: PLACE, content: PLACE, measures: PLACE.repeat(3) },
  ...{ publisher: '气象台', publishedAt: NOW, enteredAt: NOW, by: '欧阳大甲', raisedAt: NOW },
  ...{ changes: [], told: [], incidentIds: [], lifted: null },
}))
const crowded = board({
  incidents: Array.from({ length: 4 }, () =>
    incident({
      place: PLACE,
      steps: Array.from({ length: 20 }, () => step({ short: LONG, people: ['欧阳大甲'] })),
    }),
  ),
  ...{ duty, warnings },
  emergency: {
    ...{ since: NOW, head: null, why: LONG, contact: null },
    incidents: left as never,
  },
  room: {
    ...{ leftAt: NOW, by: '欧阳大甲', contact: PLACE },
    taken: { at: NOW, by: '欧阳大甲', place: PLACE },
  },
})

test.each([
  ['zh', 'busy'],
  ['en', 'busy'],
  ['zh', 'crowded'],
  ['en', 'crowded'],
] as const)(
  'in %s, %s',
  async (language, scene) => {
    const { at } = folder()
    const program = `#!/bin/sh\nexec "${await chromePath()}" --no-sandbox --disable-dev-shm-usage "$@"\n`
    writeFileSync(at('browser'), program, { mode: 0o700 })
    vi.stubEnv('VIGIL_BROWSER', at('browser'))
    const shown = scene === 'busy' ? board({ incidents: busy, duty }) : crowded
    const sheet = drawPowerCut(shown, POSTS)
    const document = powerCutDocument(sheet, ZONE)
    const written = await writer(browserPrinter).write(
      order(at('sheet.pdf'), { document, format: 'pdf', language }),
    ).done
    expect(written).toMatchObject({ ok: true })
    const pages = readFileSync(at('sheet.pdf'), 'latin1').match(/\/Type\s*\/Page\b/g) ?? []
    expect(pages).toHaveLength(1)
  },
  60_000,
)
