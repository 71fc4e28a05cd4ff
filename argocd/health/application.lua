-- Argo CD has left this out since 1.8, and without it the waves of the root Application wait for nothing:
-- https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/health/#argocd-app
-- An Application is healthy for Argo CD as soon as what exists of it is, also in the middle of its first sync. Here it is
-- healthy once its sync has ended, so that no wave begins before the one in front of it is all there. What only waits to be
-- pruned does not count: what is kept in AWS stays out of sync for ever.
local status = obj.status
if status == nil or status.health == nil or status.health.status == nil or status.sync == nil then
  return { status = "Progressing", message = "waiting for Argo CD" }
end
local operation = status.operationState or {}
if operation.phase == "Running" or operation.phase == "Terminating" then
  return { status = "Progressing", message = operation.message or "its sync is not at its end" }
end
if status.sync.status == "Unknown" then
  return { status = "Progressing", message = "Argo CD cannot tell what git has" }
end
for _, resource in ipairs(status.resources or {}) do
  if resource.status == "OutOfSync" and not resource.requiresPruning then
    if operation.phase == "Failed" or operation.phase == "Error" then
      return { status = "Degraded", message = operation.message or "its sync failed" }
    end
    return { status = "Progressing", message = (resource.kind or "") .. " " .. (resource.name or "") .. " is out of sync" }
  end
end
return { status = status.health.status, message = status.health.message or "" }
