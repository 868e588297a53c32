/** Asked for by the set-up screen alone: daily use may not make lists. */
export const setUpScopes: readonly string[] = ['https://graph.microsoft.com/Sites.Manage.All']
