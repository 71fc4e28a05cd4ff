-- AWS resources of Crossplane: https://docs.crossplane.io/latest/managed-resources/managed-resources/#conditions
-- Ready tells of the resource as it was when Synced was last true, so Synced is asked first.
local conditions = {}
if obj.status ~= nil and obj.status.conditions ~= nil then
  for _, condition in ipairs(obj.status.conditions) do
    conditions[condition.type] = condition
  end
end

local function health(status, condition)
  return { status = status, message = condition.message or condition.reason or "" }
end

local synced = conditions["Synced"]
if synced ~= nil and synced.status == "False" then
  -- a person has set the annotation crossplane.io/paused
  if synced.reason == "ReconcilePaused" then
    return health("Suspended", synced)
  end
  return health("Degraded", synced)
end
local operation = conditions["LastAsyncOperation"]
if operation ~= nil and operation.status == "False" then
  return health("Degraded", operation)
end

if synced == nil or synced.status ~= "True" then
  return { status = "Progressing", message = "waiting for the provider" }
end
if synced.observedGeneration ~= nil and synced.observedGeneration < obj.metadata.generation then
  return { status = "Progressing", message = "waiting for the provider to see the change" }
end
local ready = conditions["Ready"]
if ready ~= nil and ready.status == "True" then
  return { status = "Healthy", message = "" }
end
return health("Progressing", ready or {})
