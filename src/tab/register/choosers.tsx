import {
  Button,
  makeStyles,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ChevronDownRegular, ColumnEditRegular } from '@fluentui/react-icons'
import type { Filter } from './filter.ts'
import { columns, type Column, usualColumns } from './rows.ts'

const useStyles = makeStyles({ menu: { maxHeight: '60vh', overflowY: 'auto' } })

/** A filter: a button that opens a list of ticks, and says in words what is chosen. */
export const Chooser = ({
  words,
  chosen,
  options,
  onChosen,
}: {
  words: string
  chosen: readonly string[]
  options: readonly (readonly [code: string, name: string])[]
  onChosen: (codes: string[]) => void
}) => {
  const styles = useStyles()
  const names = options.filter(([code]) => chosen.includes(code)).map(([, name]) => name)
  const label =
    names.length === 0
      ? words
      : names.length <= 2
        ? names.join(', ')
        : `${names.length} of ${words.toLowerCase()}`
  return (
    <Menu
      checkedValues={{ chosen: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => onChosen(checkedItems)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          shape="circular"
          size="small"
          appearance={chosen.length > 0 ? 'primary' : 'outline'}
          icon={<ChevronDownRegular />}
          iconPosition="after"
          aria-label={names.length > 0 ? `${words}: ${names.join(', ')}` : words}
        >
          {label}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList className={styles.menu}>
          {options.map(([code, name]) => (
            <MenuItemCheckbox key={code} name="chosen" value={code}>
              {name}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** Which columns the register shows; the name always. */
export const ColumnChooser = ({
  filter,
  onFilter,
}: {
  filter: Filter
  onFilter: (filter: Filter) => void
}) => {
  const others = Object.entries(columns).filter(([column]) => column !== 'name')
  return (
    <Menu
      checkedValues={{ columns: [...filter.columns] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = (Object.keys(columns) as Column[]).filter(
          (column) => column === 'name' || checkedItems.includes(column),
        )
        onFilter({ ...filter, columns: chosen.length > 1 ? chosen : usualColumns })
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" icon={<ColumnEditRegular />}>
          Columns
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {others.map(([column, name]) => (
            <MenuItemCheckbox key={column} name="columns" value={column}>
              {name}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
