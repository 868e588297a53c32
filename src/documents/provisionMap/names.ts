/** What the parts of one map are called; a second map in the same workbook is `copy` 2 and shares no name. */
export type MapNames = ReturnType<typeof mapNames>

export const mapNames = (copy: number) => {
  const end = copy === 1 ? '' : `_${copy}`
  const sheet = (name: string) => (copy === 1 ? name : `${name} (${copy})`)
  return {
    sheets: {
      map: sheet('Provision map'),
      totals: sheet('Totals'),
      money: sheet('Money'),
      moneyLines: sheet('Money lines'),
      moneyWeeks: sheet('Money weeks'),
      timetable: sheet('Staff timetable'),
      delivery: sheet('Delivery'),
      impact: sheet('Impact'),
      scenario: sheet('What if'),
      rates: sheet('Rates and rules'),
      about: sheet('About this map'),
      lists: sheet('Lists'),
      base: sheet('Last export'),
    },
    map: `ProvisionMap${end}`,
    base: `MapBase${end}`,
    rates: `Rates${end}`,
    byPupil: `TotalsByPupil${end}`,
    moneyLines: `MoneyLines${end}`,
    moneyWeeks: `MoneyWeeks${end}`,
    topUps: `TopUps${end}`,
    rules: `RulesInForce${end}`,
    byLevel: `TotalsByLevel${end}`,
    byArea: `TotalsByArea${end}`,
    byYear: `TotalsByYear${end}`,
    byRole: `TotalsByRole${end}`,
    byFunding: `TotalsByFunding${end}`,
    timetable: `Timetable${end}`,
    staffHours: `StaffHours${end}`,
    delivery: `Delivery${end}`,
    deliveryByGroup: `DeliveryByGroup${end}`,
    deliveryByStaff: `DeliveryByStaff${end}`,
    reasons: `MissedReasons${end}`,
    impact: `Impact${end}`,
    effects: `GroupEffects${end}`,
    goals: `Goals${end}`,
    goalScores: `GoalScores${end}`,
    scenario: `WhatIf${end}`,
    scenarioRates: `WhatIfRates${end}`,
    scenarioTotals: `WhatIfByLevel${end}`,
    rulebooks: `CostingRules${end}`,
    bands: `FundingBands${end}`,
    columns: `WhatColumnsMean${end}`,
    /** A pupil's own sheet: its lines, its needs, its levels. */
    costed: (at: number) => `Costed${at}${end}`,
    costedNeeds: (at: number) => `Costed${at}Needs${end}`,
    costedLevels: (at: number) => `Costed${at}Levels${end}`,
    costedSheet: (name: string) => sheet(name),
    threshold: `Element2Threshold${end}`,
    weeks: `TeachingWeeks${end}`,
    budget: `NotionalBudget${end}`,
    list: (name: string) => `List${name}${end}`,
    /** Marks our own sheets, so that a later visit finds them whatever they were renamed to. */
    mark: (sheet: string) => `Goldthread.map${copy}.${sheet}`,
  }
}
