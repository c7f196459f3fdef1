import { type FilterFields, applyFilter, textField, timeField } from '../reading/filter.ts'
import { pageOf } from '../reading/page.ts'
import type { SortFields } from '../reading/sort.ts'
import { Refusal, notFound } from '../refusal.ts'
import { listResource } from '../resources/list-resource.ts'
import { selfAddress } from '../resources/self-address.ts'
import { type List, SINGLE_OPT_IN } from '../state/lists.ts'
import type { ListBody } from './bodies.ts'
import { type Answer, type Call, type Handler, bodyOf } from './handler.ts'
import { filterOf } from './profiles.ts'

const PAGE_SIZE = 10

const FILTERS: FilterFields<List> = {
  id: textField(({ id }) => [id]),
  name: textField(({ name }) => [name]),
  created: timeField(({ createdMs }) => [createdMs], ['greater-than']),
  updated: timeField(({ updatedMs }) => [updatedMs], ['greater-than']),
}

const SORTS: SortFields<List> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  created: ({ createdMs }) => createdMs,
  updated: ({ updatedMs }) => updatedMs,
}

/** Pages through the lists of the account. */
export const getLists: Handler = (call) => {
  const found = applyFilter(call.state.lists.all(), filterOf(call), FILTERS)
  const { items, links } = pageOf(call, found, { fallbackSize: PAGE_SIZE, sorts: SORTS })
  return { status: 200, body: { data: items.map((list) => listResource(list, call.url.origin)), links } }
}

/** Reads one list. */
export const getList: Handler = (call) => listAnswer(call, knownList(call), 200)

/** Makes a list; single opt-in unless the request says otherwise. */
export const createList: Handler = (call) => {
  const { name, opt_in_process } = bodyOf<ListBody>(call).data.attributes
  return listAnswer(call, call.state.lists.create(name ?? '', opt_in_process ?? SINGLE_OPT_IN), 201)
}

/** Changes name or opt-in of a list. */
export const updateList: Handler = (call) => {
  const list = knownList(call)
  const { id, attributes } = bodyOf<ListBody>(call).data
  if (id !== list.id) {
    throw new Refusal(400, [{ pointer: '/data/id', detail: 'The id in the body must be the one in the path.' }])
  }
  list.name = attributes.name ?? list.name
  list.optInProcess = attributes.opt_in_process ?? list.optInProcess
  list.updatedMs = call.now()
  return listAnswer(call, list, 200)
}

/** Deletes a list; its members stay profiles. */
export const deleteList: Handler = (call) => {
  call.state.lists.remove(knownList(call))
  return { status: 204 }
}

function listAnswer({ url, query }: Call, list: List, status: number): Answer {
  const additional = query['additional-fields[list]']
  const withCount = Array.isArray(additional) && additional.includes('profile_count')
  return { status, body: { data: listResource(list, url.origin, withCount), links: { self: selfAddress(url) } } }
}

function knownList({ state, path }: Call): List {
  const id = path['id'] ?? ''
  const list = state.lists.byId(id)
  if (list === undefined) throw notFound('list', id)
  return list
}
