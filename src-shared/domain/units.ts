/** The units of time in milliseconds, for all who reckon with spans and instants. */

export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
/** A day of 24 hours; a local date may be an hour longer or shorter. */
export const DAY_MS = 24 * HOUR_MS
