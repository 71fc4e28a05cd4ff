/** What is used of fengari, a Lua VM in JavaScript without types of its own: https://github.com/fengari-lua/fengari */
interface Fengari {
  readonly lua: Record<string, (...args: unknown[]) => unknown>;
  readonly lauxlib: Record<string, (...args: unknown[]) => unknown>;
  readonly lualib: Record<string, (...args: unknown[]) => unknown>;
  to_luastring(text: string): Uint8Array;
  to_jsstring(text: unknown): string;
}

/** Loading it takes longer than judging a tree that needs none. */
function fengari(): Fengari {
  loaded ??= require('fengari') as Fengari;
  return loaded;
}
let loaded: Fengari | undefined;

export interface Health {
  readonly status: string;
  readonly message: string | undefined;
}

/**
 * What a health check says of an object, with the libraries that Argo CD gives to it: neither `string` nor `math`
 * (https://github.com/argoproj/argo-cd/blob/v3.4.4/util/lua/lua.go, `runLuaWithResourceActionParameters`). Throws where
 * the script does not run.
 */
export function healthOf(script: string, object: object): Health {
  const { lua, lauxlib, lualib, to_luastring, to_jsstring } = fengari();
  const state = lauxlib['luaL_newstate']!();
  for (const [name, open] of [
    ['_G', lualib['luaopen_base']],
    ['table', lualib['luaopen_table']],
  ] as const)
    lauxlib['luaL_requiref']!(state, to_luastring(name), open, 1);
  push(state, object);
  lua['lua_setglobal']!(state, to_luastring('obj'));
  if (lauxlib['luaL_dostring']!(state, to_luastring(script)))
    throw new Error(to_jsstring(lua['lua_tostring']!(state, -1)));
  return { status: field(state, 'status')!, message: field(state, 'message') };
}

function field(state: unknown, name: string): string | undefined {
  const { lua, to_luastring, to_jsstring } = fengari();
  lua['lua_getfield']!(state, -1, to_luastring(name));
  const value = lua['lua_tostring']!(state, -1);
  lua['lua_settop']!(state, -2);
  return value === null ? undefined : to_jsstring(value);
}

function push(state: unknown, value: unknown): void {
  const { lua, to_luastring } = fengari();
  if (typeof value === 'string') lua['lua_pushstring']!(state, to_luastring(value));
  else if (typeof value === 'number') lua['lua_pushnumber']!(state, value);
  else if (typeof value === 'boolean') lua['lua_pushboolean']!(state, value);
  else if (value === null || value === undefined) lua['lua_pushnil']!(state);
  else {
    lua['lua_newtable']!(state);
    const entries = Array.isArray(value) ? value.map((part, index) => [index + 1, part]) : Object.entries(value);
    for (const [key, part] of entries) {
      push(state, key);
      push(state, part);
      lua['lua_settable']!(state, -3);
    }
  }
}
