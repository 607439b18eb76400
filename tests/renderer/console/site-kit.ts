/** The page 设置 over a site that the test chooses, and the fields on it. */
import { ATTENTION_DEFAULTS, ATTENTION_RANGES } from '#shared/domain/attention/times.ts'
import SitePage from '#renderer/console/pages/site/SitePage.vue'
import type { Post, SiteRead } from '#shared/contract/site.ts'
import { localized } from '#shared/domain/text.ts'
import { mountConsole, accepted, NO_HQ, NO_SPARE, type MountedConsole } from './desk.ts'

export const post = (id: string, part: Partial<Post> = {}): Post => ({
  id,
  name: localized(`岗位${id}`, `Post ${id}`),
  kind: 'person',
  documents: [localized('燃气预案', 'Gas plans')],
  ...part,
})

export const site = (part: Partial<SiteRead> = {}): SiteRead => ({
  name: localized('云雀湾', 'Lark Bay'),
  zone: 'Asia/Shanghai',
  kinds: ['gas-customer-service'],
  setUp: true,
  canChangeZone: true,
  kindsOffered: [
    { kind: 'mall', name: localized('商场', 'Mall'), plans: 4 },
    { kind: 'gas-customer-service', name: localized('燃气客服', 'Gas'), plans: 18 },
    { kind: 'hotel', name: localized('酒店', 'Hotel'), plans: 0 },
    { kind: 'all', name: localized('全部类型', 'All'), plans: 39 },
  ],
  loaded: {
    plans: 18,
    types: 31,
    documents: [
      {
        id: 'gas',
        title: localized('燃气预案', 'Gas plans'),
        plans: 18,
        levels: [localized('一级', 'Level 1'), localized('二级', 'Level 2')],
      },
    ],
  },
  posts: [post('agent'), post('head'), post('police', { kind: 'external' })],
  missing: { posts: [], phones: [], units: [] },
  ...part,
})

export const URL_OF_WALL = 'http://127.0.0.1:7373/wall#key=abc'

/** What the parts of the page read beside the site. */
export const ARRANGED: NonNullable<Parameters<typeof mountConsole>[2]> = {
  'site/attention-read': () =>
    accepted<'site/attention-read'>({
      times: ATTENTION_DEFAULTS,
      usual: ATTENTION_DEFAULTS,
      ranges: ATTENTION_RANGES,
    }),
  'site/archive-read': () =>
    accepted<'site/archive-read'>({
      days: 30,
      reviewFrom: 3,
      usual: 30,
      range: [7, 365],
      closed: [],
    }),
  'retention/read': () =>
    accepted<'retention/read'>({
      ...{ offered: true, days: null, exceptions: [], range: [30, 3650], next: [], total: 0 },
      ...{ source: localized('出处', 'Source'), holds: [], purged: null },
    }),
  'site/calendar-read': () => accepted<'site/calendar-read'>({ missing: null, years: [] }),
  'walls/privacy-read': () => accepted<'walls/privacy-read'>({ privacy: { types: {} }, types: [] }),
  'spare/read': () => accepted<'spare/read'>(NO_SPARE),
  'hq/read': () => accepted<'hq/read'>(NO_HQ),
  'outlets/read': () => accepted<'outlets/read'>({ outlets: [] }),
  'session/list': () => accepted<'session/list'>({ sessions: [] }),
  'report/list': () =>
    accepted<'report/list'>({
      months: [],
      arranged: { hour: 2, copy: null },
      next: { month: '2026-11', dueAt: 0 },
      canCopy: true,
    }),
}

export async function settings(
  part: Partial<SiteRead> = {},
  answers: Parameters<typeof mountConsole>[2] = {},
  locale: 'zh-CN' | 'en' = 'zh-CN',
): Promise<MountedConsole<unknown>> {
  const mounted = await mountConsole(
    SitePage,
    {},
    {
      'site/read': () => accepted<'site/read'>(site(part)),
      ...ARRANGED,
      'site/wall-link': () => accepted<'site/wall-link'>({ url: URL_OF_WALL, renewed: null }),
      ...answers,
    },
    locale,
  )
  await mounted.show({})
  return mounted
}
