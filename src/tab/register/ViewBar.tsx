import { t } from '../../words/t.ts'
import { Button } from '@fluentui/react-components'
import { BookmarkRegular, ColumnEditRegular, MoreHorizontalRegular } from '@fluentui/react-icons'
import { later } from '../../ui/later.ts'
import { Soon } from '../../ui/Soon.tsx'
import type { Column } from './columns.ts'
import type { Filter } from './filter.ts'
import type { Leaving } from './ViewMenu.tsx'

// The rows come first.
const views = later(() => import('./SavedViews.tsx'))
const columns = later(() => import('./ColumnChooser.tsx'))
const more = later(() => import('./ViewMenu.tsx'))

/** What can be done with the view of the register: open and keep it under a name, choose its columns, print and export it. */
export const ViewBar = ({
  filter,
  empty,
  onColumns,
  onLeave,
}: {
  filter: Filter
  /** There is nothing to print or to export. */
  empty: boolean
  onColumns: (columns: readonly Column[]) => void
  onLeave: (leaving: Leaving) => void
}) => (
  <>
    <Soon
      part={views}
      opens="menu"
      button={
        <Button
          appearance="subtle"
          size="small"
          icon={<BookmarkRegular />}
          aria-label={t`Views`}
        >{t`Views`}</Button>
      }
    >
      {({ SavedViews }, button, open) => <SavedViews button={button} open={open} filter={filter} />}
    </Soon>
    <Soon
      part={columns}
      opens="dialog"
      button={<Button appearance="subtle" size="small" icon={<ColumnEditRegular />}>{t`Columns`}</Button>}
    >
      {({ ColumnChooser }, button, open) => (
        <ColumnChooser button={button} open={open} chosen={filter.columns} onChosen={onColumns} />
      )}
    </Soon>
    <Soon
      part={more}
      opens="menu"
      button={
        <Button
          appearance="subtle"
          size="small"
          icon={<MoreHorizontalRegular />}
        >{t`Print and export`}</Button>
      }
    >
      {({ ViewMenu }, button, open) => (
        <ViewMenu button={button} open={open} empty={empty} onLeave={onLeave} />
      )}
    </Soon>
  </>
)
