import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { FormField } from '../../documents/form/fields.ts'
import type { FormFile } from '../../documents/form/formFile.ts'
import { roomAt } from '../../documents/form/rooms.ts'
import { treeOf } from '../../documents/form/tree.ts'
import { lineAt, mapOf, type Place, placeAt, rootOf, shownOf } from '../../documents/form/where.ts'
import { formAbility, onSelection, readClicked, showPlace } from '../../host/wordForm.ts'

/** What stands where the person clicked in the document, or picked in the list. */
export type Here =
  | { readonly is: 'place'; readonly place: Place }
  /** Nothing is filled in there; it can be. */
  | { readonly is: 'room'; readonly field: FormField }
  /** The document there isn't what was read. */
  | { readonly is: 'changed' }

/** The id of a place, as the form names it. */
export const idOf = (place: Place): string => (place.is === 'field' ? place.field.id : place.table.id)

/** So long after a place was picked, a move of the cursor within its line is Word's own. */
const ownMove = 1_500

/**
 * Follows the cursor in the open form while `shown` is on the screen, and selects there what is picked here. One
 * question to Word at a time: of the clicks that come meanwhile the last is asked about.
 */
export const usePlaces = (file: FormFile, shown: RefObject<HTMLElement | null>) => {
  const map = useMemo(() => mapOf(file.form, rootOf(file.form) ?? treeOf(file.xml)), [file])
  const [here, setHere] = useState<Here | null>(null)
  const [byHand, setByHand] = useState(false)
  const [missing, setMissing] = useState<Trouble | 'gone' | null>(null)
  const picked = useRef<{ index: number; at: number } | null>(null)

  const look = useCallback(async () => {
    try {
      const clicked = await readClicked()
      const line = lineAt(map, clicked)
      const own = picked.current
      picked.current = null
      if (own && line?.index === own.index && performance.now() - own.at < ownMove) return
      const place = line && placeAt(map, line, clicked)
      setMissing(null)
      setByHand(false)
      setHere(
        place
          ? { is: 'place', place }
          : line
            ? { is: 'room', field: roomAt(map.lines, line) }
            : { is: 'changed' },
      )
    } catch (thrown) {
      setMissing(troubleOf(thrown))
    }
  }, [map])

  useEffect(() => {
    if (!formAbility().points) return
    let asking = false
    let again = false
    const moved = async () => {
      // A part of the pane that isn't looked at asks Word nothing.
      if (!shown.current?.offsetParent) return
      again = true
      if (asking) return
      asking = true
      while (again) {
        again = false
        await look()
      }
      asking = false
    }
    return onSelection(() => void moved())
  }, [look, shown])

  const pick = async (place: Place) => {
    setHere({ is: 'place', place })
    setByHand(true)
    setMissing(null)
    const wanted = shownOf(map, idOf(place))
    if (!wanted) return
    picked.current = { index: wanted.index, at: performance.now() }
    try {
      if (!(await showPlace(wanted))) setMissing('gone')
    } catch (thrown) {
      setMissing(troubleOf(thrown))
    }
  }
  return {
    map,
    here,
    missing,
    /** It was picked here, not clicked in the document: the keyboard is here. */
    byHand,
    pick,
    leave: () => setHere(null),
    stand: setHere,
  }
}
