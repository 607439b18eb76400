/**
 * The site that a new data folder is founded with: kind, name, zone. A folder that has a site keeps
 * it.
 */
import type { Site } from '#shared/domain/site/site.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { SITE_KINDS, type SiteKind } from '#shared/domain/site/site.ts'
import { EXIT, Stop } from './exit-codes.ts'

/** The zones of a machine whose zone was never set, by TZ or otherwise: no site lies in them. */
// TZ=GMT resolves to +00:00
const NOWHERE = new Set(['UTC', 'GMT', 'Etc/UTC', 'Etc/GMT', '+00:00', 'Etc/Unknown'])

/** The zone that a machine (or TZ) is set to; that of the users' country if it is set to none. */
export const machineZone = (resolved: string | undefined): string =>
  resolved === undefined || NOWHERE.has(resolved) ? 'Asia/Shanghai' : resolved

/** The zone of a new site on this machine, unless the command line names one. */
export const zoneOfMachine = (): string =>
  machineZone(Intl.DateTimeFormat().resolvedOptions().timeZone)

/** Names of a site until somebody names it, where the kind alone is no name. */
const NAMES: Partial<Record<SiteKind, LocalizedText>> = {
  all: localized('本单位', 'This site'),
  company: localized('本公司', 'Our company'),
}

/** A site of a named kind counts as set up; else the console asks for the kind. */
export const newSite = (kind: SiteKind | undefined, zone: string): Site => ({
  name: NAMES[kind ?? 'all'] ?? SITE_KINDS[kind ?? 'all'],
  zone,
  kinds: [kind ?? 'all'],
  demo: false,
  setUp: kind !== undefined,
})

/**
 * Throws {@link Stop} for another kind or zone than the folder has: incidents were counted by them.
 * Those that it was `founded` with pass too, so that a machine can start the station with the same
 * command line after the site was set up as another kind.
 */
export function requireSameSite(
  site: Site,
  founded: Pick<Site, 'kinds' | 'zone'>,
  kind: SiteKind | undefined,
  zone: string | undefined,
): void {
  if (kind !== undefined && ![...site.kinds, ...founded.kinds].includes(kind))
    throw new Stop(
      EXIT.usage,
      'site-exists',
      localized(
        `这个数据目录已是${site.kinds.join('、')}，--site只用于新目录；要更改，请在控制台“设置”里改`,
        `This data folder already is a site of kind ${site.kinds.join(', ')}: --site is for a new folder only; change the kind in the console under Settings`,
      ),
    )
  if (zone !== undefined && zone !== site.zone && zone !== founded.zone)
    throw new Stop(
      EXIT.usage,
      'site-exists',
      localized(
        `这个数据目录的时区是${site.zone}，--zone只用于新目录；还没有事件时可在控制台“设置”里改`,
        `The time zone of this data folder is ${site.zone}: --zone is for a new folder only; until there is an incident, you can change it in the console under Settings`,
      ),
    )
}
