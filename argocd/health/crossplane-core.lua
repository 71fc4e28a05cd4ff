-- A Provider, and the policy that activates its kinds. Argo CD's own checks call them healthy before the first status, and a
-- Provider that is being unpacked degraded, which ends the sync.
-- https://docs.crossplane.io/latest/packages/providers/#verify-a-provider
local wanted = { "Healthy" }
if obj.kind == "Provider" then
  wanted = { "Installed", "Healthy" }
end

local conditions = {}
if obj.status ~= nil and obj.status.conditions ~= nil then
  for _, condition in ipairs(obj.status.conditions) do
    conditions[condition.type] = condition
  end
end

for _, name in ipairs(wanted) do
  local condition = conditions[name]
  if condition == nil then
    return { status = "Progressing", message = "waiting for Crossplane" }
  end
  if condition.status ~= "True" then
    return { status = "Progressing", message = condition.message or condition.reason or "" }
  end
end
return { status = "Healthy", message = "" }
