{{- define "flightline.labels" -}}
app.kubernetes.io/name: flightline
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}
{{- define "flightline.selector" -}}
app.kubernetes.io/name: flightline
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}
{{- define "flightline.host" -}}
{{ .Values.address | trimPrefix "https://" | splitList ":" | first }}
{{- end -}}
