#pragma once
#include "core/report/exporter.h"

#include <QDialog>

class QComboBox;
class QRadioButton;

namespace gb::ui {

class ProfileChoice;

/// What of the session goes into a file, and in which form.
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `devices`: chosen ones, may be empty; `callId`: that of the selected message, may be empty.
    ExportDialog(const QStringList &devices, const QString &callId, QWidget *parent = nullptr);

    ExportOptions options() const;
    /// Of the chosen format, with its dot.
    QString ending() const;
    /// The same for a file dialog.
    QString fileFilter() const;

private:
    /// What is of devices has no single dialog.
    void fitScope();

    const QStringList m_devices;
    const QString m_callId;
    QRadioButton *m_all, *m_ofDevices, *m_ofDialog;
    QComboBox *m_format;
    ProfileChoice *m_profile;
};

} // namespace gb::ui
