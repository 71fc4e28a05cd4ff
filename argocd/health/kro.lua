-- Graphs (Active, Inactive) and their instances (ACTIVE, IN_PROGRESS, FAILED, DELETING, ERROR):
-- https://github.com/kubernetes-sigs/kro/blob/v0.9.3/api/v1alpha1/instance_state.go
local healthOf = {
  Active = "Healthy",
  Inactive = "Degraded",
  ACTIVE = "Healthy",
  ERROR = "Degraded",
  FAILED = "Degraded",
}

local state = nil
local ready = nil
if obj.status ~= nil then
  state = obj.status.state
  if obj.status.conditions ~= nil then
    for _, condition in ipairs(obj.status.conditions) do
      if condition.type == "Ready" then
        ready = condition
      end
    end
  end
end

if ready ~= nil and ready.observedGeneration ~= nil and ready.observedGeneration < obj.metadata.generation then
  return { status = "Progressing", message = "waiting for kro to see the change" }
end
if state == nil then
  return { status = "Progressing", message = "waiting for kro" }
end
return { status = healthOf[state] or "Progressing", message = ready and ready.message or state }
