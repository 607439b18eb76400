/**
 * Names after how many days the station archives a closed incident by itself, and what a site may
 * set.
 */

/**
 * Casualties may still change for 30 days (生产安全事故报告和调查处理条例, 493号令 art. 13), and
 * evidence is kept as long (S09-49): an incident in which somebody may come back to either stays
 * where corrections are taken for that time, so the same holds for all until a site says otherwise.
 */
export const ARCHIVE_DEFAULT_DAYS = 30
/** Lowest and highest that a site may set; it cannot be switched off. */
export const ARCHIVE_RANGE: readonly [number, number] = [7, 365]
/**
 * From which response level on an incident is reviewed before it is archived, until a site says
 * otherwise: Ⅲ (突发事件应对法 art. 92).
 */
export const REVIEW_FROM_DEFAULT = 3
/** Highest and lowest level that a site may set; null: reviews are asked for at none. */
export const REVIEW_FROM_RANGE: readonly [number, number] = [1, 4]
/** Where something is still open no site archives earlier. */
export const LEAST_DAYS_OPEN = 30
