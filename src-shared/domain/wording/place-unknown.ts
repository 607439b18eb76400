/** What is stored as the place of a report whose words name none, in either language. */
export const PLACE_UNKNOWN = '地点待核'
