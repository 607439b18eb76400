/** An announcement on paper: how it stands is said across the sheet, in its title and its words. */
import { expect, it } from 'vitest'
import { announcementDocument } from '#shared/domain/document/announcement-document.ts'
import { localized } from '#shared/domain/text.ts'

const ZONE = 'Asia/Shanghai'
const AT = Date.UTC(2026, 10, 24, 6, 32)
const drawn = (part: Partial<Parameters<typeof announcementDocument>[0]>) =>
  announcementDocument(
    {
      ...{ text: '请走西门', at: AT, site: localized('示例商场', 'Example mall') },
      ...{ drill: false, outAt: AT, over: null, ...part },
    },
    ZONE,
  )

it('that holds bears its words and the minute alone', () => {
  const { title, mark, sections } = drawn({})
  expect(title.zh).toBe('公告')
  expect(mark).toBeNull()
  expect(sections[0]?.words).toEqual([
    '请走西门',
    localized('2026-11-24 14:32', '2026-11-24 14:32'),
  ])
})

it('that is over says so, and since when, and so does one of a drill', () => {
  const over = { at: Date.UTC(2026, 10, 24, 7, 0) }
  const { title, mark, sections } = drawn({ over, drill: true })
  expect(title).toEqual(localized('公告（存档）', 'Announcement (for the file)'))
  expect(mark).toEqual(
    localized('演练 · 已结束 2026-11-24 15:00', 'EXERCISE · OVER 2026-11-24 15:00'),
  )
  expect(sections[0]?.words.slice(0, 3)).toEqual([
    localized('【演练】', '[EXERCISE]'),
    localized('【已结束 2026-11-24 15:00】', '[OVER 2026-11-24 15:00]'),
    '请走西门',
  ])
})

it('that nobody has checked is no announcement yet, and that was never out is void', () => {
  expect(drawn({ outAt: null }).mark?.zh).toBe('待核对，不得发布')
  expect(drawn({ outAt: null, over: { at: null } }).mark?.zh).toBe('没有发布，已作废')
})
