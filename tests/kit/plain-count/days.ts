/** Local dates by Intl alone, for the plain count. Nothing of the product may be imported here. */

export type Local = { date: string; hour: number; weekday: number } // weekday: Monday is 0

const formats = new Map<string, Intl.DateTimeFormat>()
const known = new Map<string, Local>()
const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** What calendar and clock on the wall show at an instant (UTC ms). */
export function localOf(at: number, zone: string): Local {
  const cached = known.get(`${zone}${at}`)
  if (cached) return cached
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
      weekday: 'short',
    })
  formats.set(zone, format)
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const shown = {
    date: `${part['year']}-${part['month']}-${part['day']}`,
    hour: Number(part['hour']),
    weekday: WEEK.indexOf(part['weekday'] ?? ''),
  }
  known.set(`${zone}${at}`, shown)
  return shown
}

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Both included. */
export function daysBetween(from: string, to: string): number {
  let days = 0
  for (let date = from; date <= to; date = dayAfter(date)) days += 1
  return days
}

export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let date = from; date <= to; date = dayAfter(date))
    if (date.slice(0, 7) !== months.at(-1)) months.push(date.slice(0, 7))
  return months
}
