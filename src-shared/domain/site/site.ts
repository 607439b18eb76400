/** Defines a site: its name, its zone, and the kinds of place that plans are written for. */
import { localized, type LocalizedText } from '../text.ts'
import type { EnteredNotice } from './notice.ts'

/**
 * The kinds of place that plans are written for, with what such a place is called.
 */
export const SITE_KINDS = {
  conference: localized('会议场馆', 'Conference venue'),
  company: localized('公司', 'Company'),
  'government-hall': localized('政务服务大厅', 'Government service hall'),
  branch: localized('营业网点', 'Branch'),
  'generic-service': localized('服务场所', 'Service site'),
  hotel: localized('酒店', 'Hotel'),
  mall: localized('商场', 'Shopping mall'),
  'municipal-centre': localized('市政服务中心', 'Municipal service centre'),
  'bank-window': localized('银行网点', 'Bank branch'),
  'gas-customer-service': localized('燃气客户服务中心', 'Gas customer service'),
  all: localized('全部类型', 'All kinds'),
} as const satisfies Record<string, LocalizedText>

export type SiteKind = keyof typeof SITE_KINDS
export const isSiteKind = (kind: string): kind is SiteKind => Object.hasOwn(SITE_KINDS, kind)

/** Whether this is an IANA zone that can be reckoned in. */
export const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * `setUp`: somebody has said what it is: at the founding by a kind, or in the console. `notices`:
 * the holidays that were entered, in the order in which they were; absent until one was.
 */
export type Site = {
  name: LocalizedText
  zone: string
  kinds: readonly string[]
  demo: boolean
  setUp: boolean
  notices?: readonly EnteredNotice[]
}

/** What a set-up says: the site is this from now on. */
export type SetUp = Pick<Site, 'name' | 'zone' | 'kinds'>

/** The site after a set-up. What it was founded as beside that (a demo) stays. */
export const setUpAs = (site: Site, { name, zone, kinds }: SetUp): Site => ({
  ...site,
  name,
  zone,
  kinds,
  setUp: true,
})

/** What screens are told with every board: notices are read where they are entered. */
export const onBoard = ({ name, zone, kinds, demo, setUp }: Site): Site => ({
  name,
  zone,
  kinds,
  demo,
  setUp,
})

/**
 * Records that were founded before there was a set-up do not say whether they had one: a kind that
 * was named is one.
 */
export const withSetUp = (site: Omit<Site, 'setUp'> & { setUp?: boolean }): Site => ({
  ...site,
  setUp: site.setUp ?? !site.kinds.includes('all'),
})
