/** What the parts of one map are called; a second map in the same workbook is `copy` 2 and shares no name. */
export type MapNames = ReturnType<typeof mapNames>

export const mapNames = (copy: number) => {
  const end = copy === 1 ? '' : `_${copy}`
  const sheet = (name: string) => (copy === 1 ? name : `${name} (${copy})`)
  return {
    sheets: {
      map: sheet('Provision map'),
      totals: sheet('Totals'),
      rates: sheet('Rates and rules'),
      about: sheet('About this map'),
      lists: sheet('Lists'),
      base: sheet('Last export'),
    },
    map: `ProvisionMap${end}`,
    base: `MapBase${end}`,
    rates: `Rates${end}`,
    byPupil: `TotalsByPupil${end}`,
    byLevel: `TotalsByLevel${end}`,
    byArea: `TotalsByArea${end}`,
    threshold: `Element2Threshold${end}`,
    weeks: `TeachingWeeks${end}`,
    budget: `NotionalBudget${end}`,
    list: (name: string) => `List${name}${end}`,
    /** Marks our own sheets, so that a later visit finds them whatever they were renamed to. */
    mark: (sheet: string) => `Goldthread.map${copy}.${sheet}`,
  }
}
