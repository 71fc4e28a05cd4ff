-- Argo CD has left this out since 1.8, and without it the waves of the root Application wait for nothing:
-- https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/health/#argocd-app
if obj.status == nil or obj.status.health == nil or obj.status.health.status == nil then
  return { status = "Progressing", message = "waiting for Argo CD" }
end
return { status = obj.status.health.status, message = obj.status.health.message or "" }
