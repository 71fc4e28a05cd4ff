-- AWS resources of ACK: https://aws-controllers-k8s.github.io/community/docs/user-docs/overview/
-- Controllers built before runtime v0.53.0 know ACK.ResourceSynced alone, newer ones sum it up in Ready.
local conditions = {}
if obj.status ~= nil and obj.status.conditions ~= nil then
  for _, condition in ipairs(obj.status.conditions) do
    conditions[condition.type] = condition
  end
end

local function is(name, status)
  return conditions[name] ~= nil and conditions[name].status == status
end

local function health(status, name)
  local condition = conditions[name] or {}
  return { status = status, message = condition.message or condition.reason or "" }
end

-- only a change of the spec can help
if is("ACK.Terminal", "True") then
  return health("Degraded", "ACK.Terminal")
end
-- the controller tries again
if is("ACK.Recoverable", "True") then
  return health("Progressing", "ACK.Recoverable")
end
for _, name in ipairs({ "ACK.ReferencesResolved", "Ready" }) do
  if is(name, "False") or is(name, "Unknown") then
    return health("Progressing", name)
  end
end
if is("Ready", "True") then
  return health("Healthy", "Ready")
end
if conditions["Ready"] == nil and is("ACK.ResourceSynced", "True") then
  return health("Healthy", "ACK.ResourceSynced")
end
if conditions["ACK.ResourceSynced"] ~= nil then
  return health("Progressing", "ACK.ResourceSynced")
end
return { status = "Progressing", message = "waiting for the controller" }
