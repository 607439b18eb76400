/** Days on which something is due, by the calendar on the wall. Nothing of the product here. */

const pad = (count: number): string => String(count).padStart(2, '0')
const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

/** One month after another; the last day of a month that is too short. */
export function plusMonths(date: string, months: number): string {
  let [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  for (let n = 0; n < months; n += 1) {
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return `${year}-${pad(month)}-${pad(Math.min(Number(date.slice(8)), daysIn(year, month)))}`
}

export const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Mondays to Fridays after a day, which is not counted itself. */
export function plusWeekdays(date: string, count: number): string {
  let day = date
  for (let left = count; left > 0;) {
    day = nextDay(day)
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return day
}
