import { t } from '../../words/t.ts'
import {
  type ButtonProps,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import {
  ArrowSyncRegular,
  DeleteRegular,
  LinkRegular,
  RenameRegular,
  SaveRegular,
} from '@fluentui/react-icons'
import { cloneElement, type ReactElement, useState } from 'react'
import { SavedView } from '../../domain/records/savedView.ts'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useArchive } from '../../ui/useArchive.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { placeOf, useGo } from '../routes.ts'
import { type Filter, filterOf, queryOf } from './filter.ts'
import { NameView } from './NameView.tsx'
import { useKeepView } from './useKeepView.ts'

const addressOf = (filter: Filter): string => queryOf(filter).toString()
/** What a saved view shows, as an address has it now: columns that are gone since are left out. */
const addressIn = ({ query }: Pick<SavedView, 'query'>): string =>
  addressOf(filterOf(new URLSearchParams(query ?? '')))

/** Views of the register under a name, for everybody who reads it; the address of each can be passed on. */
export const SavedViews = ({
  button,
  open,
  filter,
}: {
  button: ReactElement<ButtonProps>
  /** It was pressed before it could open. */
  open: boolean
  filter: Filter
}) => {
  const services = useServices()
  const { go } = useGo()
  const say = useSay()
  const mayWrite = useMayWrite(SavedView)
  const { data } = useAll(SavedView)
  const { archive } = useArchive(SavedView)
  const { keep } = useKeepView()
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  // The view that was opened last, while its filters are changed: so that it can be saved over.
  const [opened, setOpened] = useState<string | null>(null)
  const views = (data?.records ?? [])
    .filter(({ place }) => place === 'register')
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }))
  const here = addressOf(filter)
  const current = views.find((view) => addressIn(view) === here)
  const changed = current ? undefined : views.find(({ key }) => key === opened)
  const share = () => {
    services.shareLink(
      placeOf(services.school.id, { at: 'register', query: queryOf(filter) }),
      t`A view of the register`,
    )
    say(t`Link to this view is ready to pass on. Only people with access can open it.`)
  }
  return (
    <>
      <Menu
        defaultOpen={open}
        checkedValues={{ view: current ? [current.key] : [] }}
        onCheckedValueChange={(_, { checkedItems }) => {
          const view = views.find(({ key }) => key === checkedItems[0])
          if (!view) return
          setOpened(view.key)
          go({ at: 'register', query: new URLSearchParams(addressIn(view)) }, true)
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          {current
            ? cloneElement(button, { 'aria-label': t`Views: ${current.name}`, children: current.name })
            : button}
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {views.map(({ key, name }) => (
              <MenuItemRadio key={key} name="view" value={key}>
                {name}
              </MenuItemRadio>
            ))}
            {views.length === 0 && <MenuItem disabled>{t`No view is saved yet`}</MenuItem>}
            <MenuDivider />
            {mayWrite && !current && (
              <MenuItem icon={<SaveRegular />} onClick={() => setNaming('new')}>{t`Save this view`}</MenuItem>
            )}
            {mayWrite && changed && (
              <MenuItem icon={<ArrowSyncRegular />} onClick={() => void keep(changed, { query: here })}>
                {t`Save over “${changed.name}”`}
              </MenuItem>
            )}
            {mayWrite && current && (
              <>
                <MenuItem icon={<RenameRegular />} onClick={() => setNaming('rename')}>
                  {t`Rename “${current.name}”`}
                </MenuItem>
                <MenuItem icon={<DeleteRegular />} onClick={() => void archive(current, 'Taken off by hand')}>
                  {t`Delete “${current.name}”`}
                </MenuItem>
              </>
            )}
            <MenuItem icon={<LinkRegular />} onClick={share}>{t`Copy link to this view`}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {naming && (
        <NameView
          view={naming === 'rename' ? (current ?? null) : null}
          taken={views.flatMap(({ name, key }) =>
            naming === 'rename' && key === current?.key ? [] : [name],
          )}
          query={here}
          onKept={(key) => setOpened(key)}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  )
}
