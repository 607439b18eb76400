/** The fullest power-cut sheet stays on one A4, in both languages, as a browser prints it. */
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

test.each(['zh', 'en'] as const)(
  'in %s',
  async (language) => {
    const { at } = folder()
    const program = `#!/bin/sh\nexec "${await chromePath()}" --no-sandbox --disable-dev-shm-usage "$@"\n`
    writeFileSync(at('browser'), program, { mode: 0o700 })
    vi.stubEnv('VIGIL_BROWSER', at('browser'))
    const sheet = drawPowerCut(board({ incidents: busy, duty }), POSTS)
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
