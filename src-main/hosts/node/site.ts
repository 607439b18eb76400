/** What a new data folder is founded with: kind of site, name, zone. A folder that exists keeps what it has. */
import type { Site } from '#shared/domain/board/types.ts'
import { text, type Text } from '#shared/domain/text.ts'
import { EXIT, Stop } from './exit.ts'

/** Kinds of site, with the name that a site of that kind bears until it is given its own. */
export const SITE_KINDS = {
  conference: text('会议场馆', 'Conference venue'),
  company: text('本公司', 'Company'),
  'government-hall': text('政务服务大厅', 'Government service hall'),
  branch: text('营业网点', 'Branch'),
  'generic-service': text('服务场所', 'Service site'),
  hotel: text('酒店', 'Hotel'),
  mall: text('商场', 'Shopping mall'),
  'municipal-centre': text('市民服务中心', 'Municipal service centre'),
  'bank-window': text('银行网点', 'Bank branch'),
  'gas-customer-service': text('燃气客户服务中心', 'Gas customer service'),
  all: text('本单位', 'This site'),
} as const satisfies Record<string, Text>

export type SiteKind = keyof typeof SITE_KINDS
export const isSiteKind = (kind: string): kind is SiteKind => Object.hasOwn(SITE_KINDS, kind)

export const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** No site lies in these: they are what a machine says that was never told where it is, by TZ or otherwise. */
const NOWHERE = new Set(['UTC', 'GMT', 'Etc/UTC', 'Etc/GMT', '+00:00', 'Etc/Unknown']) // TZ=GMT resolves to +00:00

/** The zone that a machine (or TZ) says, and the country of the users if it says none. */
export const machineZone = (resolved: string | undefined): string =>
  resolved === undefined || NOWHERE.has(resolved) ? 'Asia/Shanghai' : resolved

/** The zone of a new site on this machine, unless it is given one. */
export const ownZone = (): string => machineZone(Intl.DateTimeFormat().resolvedOptions().timeZone)

export const newSite = (kind: SiteKind, zone: string): Site => ({ name: SITE_KINDS[kind], zone, kinds: [kind], demo: false })

/**
 * A kind or a zone that is asked for must be the folder's own: incidents were counted by them. The same words again are no
 * contradiction, so that a machine can start the station with one command line for ever. Throws {@link Stop}.
 */
export function holdTo(site: Site, kind: SiteKind | undefined, zone: string | undefined): void {
  if (kind !== undefined && !(site.kinds.length === 1 && site.kinds[0] === kind))
    throw new Stop(EXIT.usage, 'site-exists', text(
      `这个数据目录已是${site.kinds.join('、')}，--site只用于新目录`,
      `This data folder is a site of kind ${site.kinds.join(', ')} already: --site is for a new one`))
  if (zone !== undefined && zone !== site.zone)
    throw new Stop(EXIT.usage, 'site-exists', text(
      `这个数据目录的时区是${site.zone}，--zone只用于新目录`,
      `The zone of this data folder is ${site.zone}: --zone is for a new one`))
}
