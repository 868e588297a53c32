/** The query of the maps that stand in the open workbook: asked again once one was put in. */
export const mapsInBook = ['mapsInBook'] as const
