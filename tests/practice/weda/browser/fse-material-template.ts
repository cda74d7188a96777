/** Templates of the Material FSE page: the same structure as the hand-made one, real components inside. */

export const sheetTemplate = `
<div class="fseContainer"><div>
  <div class="toolbarContainer thinCards flexRow">
    <mat-card class="cvContainer"><vz-lecture-cv-widget><div class="cvWidget">
      <mat-icon class="fseMode mr5 pointer" data-icon="fingerprint" title="Mode de sécurisation"
        [matMenuTriggerFor]="modes" (menuOpened)="menuOpened()">fingerprint</mat-icon>
      <vz-mode-teletrans><div title="Mode de télétransmission">{{ modeText }}</div></vz-mode-teletrans>
      <img class="adri" src="/Images/adri.png" alt="ADRi" title="Interroger ADRi" [class.actif]="truth.adri === 'ready'"
        (click)="sheet.askRights(by())">
      <span class="droits" data-inferred>{{ truth.adri === 'done' ? 'Droits ouverts · 01 691 0000 · Exo. 0' : '' }}</span>
      <div class="lectureCv"><ng-container *ngFor="let reading of readings">
        <span class="cvErreur">{{ cvText }}</span>
        <a title="Relance une lecture de la carte vitale" (click)="readCard()">Lire la carte Vitale</a>
        <a title="Fermer cette fenêtre" (click)="readings = []">Fermer</a>
      </ng-container></div>
    </div></vz-lecture-cv-widget></mat-card>
    <mat-menu #modes="matMenu">
      <button mat-menu-item type="button" (click)="chooseMode('dg')"><span class="mat-button-wrapper">Dégradé</span></button>
      <button mat-menu-item type="button" (click)="chooseMode('sv')"><span class="mat-button-wrapper">Téléconsultation</span></button>
    </mat-menu>
    <mat-card class="parcours" *ngIf="stage >= 900">
      <vz-orientation><span class="libelle">Parcours de soins</span>
        <select [ngModel]="truth.orientation" (ngModelChange)="sheet.setOrientation($event, by())">
          <option *ngFor="let one of orientations" [value]="one[0]">{{ one[1] }}</option></select></vz-orientation>
      <vz-medecin-traitant-weda><span class="libelle">Médecin traitant</span>
        <ng-container *ngIf="true"><div class="mt10 ng-star-inserted">Dr {{ doctor }}</div></ng-container></vz-medecin-traitant-weda>
    </mat-card>
  </div>
  <div class="flexRow cartes" *ngIf="stage >= 700">
    <mat-card class="questions">
      <vz-assurance class="question flexRow" data-inferred><span class="libelle">Assurance</span>
        <select [ngModel]="truth.assurance" (ngModelChange)="sheet.setAssurance($event, by())">
          <option *ngFor="let one of assurances" [value]="one[0]">{{ one[1] }}</option></select></vz-assurance>
      <div class="question flexRow" *ngIf="truth.assurance !== '30'"><span class="libelle">Accident de droit commun</span>
        <mat-radio-group [value]="truth.accident" (change)="sheet.setAnswer('accident', $event.value, by())">
          <mat-radio-button id="mat-radio-8" [value]="true">Oui</mat-radio-button>
          <mat-radio-button id="mat-radio-9" [value]="false">Non</mat-radio-button></mat-radio-group></div>
      <div class="question flexRow"><span class="libelle">En rapport avec une ALD</span>
        <mat-radio-group [value]="truth.ald" (change)="sheet.setAnswer('ald', $event.value, by())">
          <mat-radio-button id="mat-radio-2" [value]="true">Oui</mat-radio-button>
          <mat-radio-button id="mat-radio-3" [value]="false">Non</mat-radio-button></mat-radio-group></div>
      <span *ngIf="truth.assurance === '41'" class="feuilletAt pointer" [class.choisi]="truth.feuilletAt"
        (click)="sheet.setBox('feuilletAt', !truth.feuilletAt, by())">Présentation d'un feuillet AT</span>
    </mat-card>
    <mat-card class="tiersPayant" *ngIf="stage >= 800"><span class="libelle">Tiers payant</span>
      <ng-container *ngFor="let one of boxes; trackBy: byId">
        <mat-checkbox *ngIf="!one.isToggle" [id]="one.id" [checked]="truth[one.box]"
          (change)="sheet.setBox(one.box, $event.checked, by())">{{ one.text }}</mat-checkbox>
        <mat-slide-toggle *ngIf="one.isToggle" [id]="one.id" [checked]="truth[one.box]"
          (change)="sheet.setBox(one.box, $event.checked, by())">{{ one.text }}</mat-slide-toggle>
      </ng-container>
    </mat-card>
  </div>
  <mat-card class="actes" *ngIf="stage >= 1100">
    <div class="favorisListe"><h3>Favoris</h3>
      <div class="flexRow favoris" *ngFor="let name of sheet.favourites" (click)="sheet.addFavourite(name, by())"><mat-icon
        data-icon="keyboard_arrow_right">keyboard_arrow_right</mat-icon>{{ name }}</div></div>
    <div class="actesListe">
      <div class="actesEntete flexRow"><span *ngFor="let cell of cells" [class]="cell.id">{{ cell.label }}</span></div>
      <div class="acteRow flexRow" vz-acte *ngFor="let row of rows">
        <div *ngFor="let cell of cells" [class]="'acteCell ' + cell.id">
          <input matInput type="text" autocomplete="off" [attr.aria-label]="cell.aria" [value]="row.texts[cell.id]"
            (input)="sheet.type(row.index, cell.id, $event.target.value, by())"
            (blur)="left('blur', row.index, cell.id)" (change)="left('change', row.index, cell.id)"
            (keydown.tab)="left('tab', row.index, cell.id)"></div>
        <button *ngIf="row.index < truth.acts.length" type="button" class="acteSupprimer mat-icon-button" data-inferred
          title="Supprimer la ligne" (click)="sheet.removeAct(row.index, by())">×</button>
      </div>
    </div>
  </mat-card>
  <div class="pied" *ngIf="stage >= 1200">
    <ng-container *ngFor="let drawing of drawings">
      <mat-card class="prescripteur" *ngIf="sheet.wantsPrescriber && sheet.options.prescriber === 'inline'">
        <vz-prescripteur data-inferred><h3>Prescripteur</h3>
          <mat-form-field *ngFor="let one of prescriberFields" [class]="'prescripteur-' + one.field"><mat-label>{{ one.label }}</mat-label>
            <input matInput type="text" autocomplete="off" [value]="one.text"
              (input)="sheet.setPrescriber(one.field, $event.target.value, by())"></mat-form-field></vz-prescripteur>
      </mat-card>
      <button *ngIf="sheet.wantsPrescriber && sheet.options.prescriber === 'dialog'" mat-button type="button"
        class="ouvrirPrescripteur" (click)="openDialog()">Prescripteur…</button>
      <mat-card class="reglement">
        <ng-container *ngIf="true"><div class="total"> Total : {{ totalText }} </div></ng-container>
        <vz-facturation><span class="libelle">Règlement</span>
          <select [ngModel]="truth.payment.mode" (ngModelChange)="sheet.setPaymentMode($event, by())">
            <option value="CB">Carte bancaire</option><option value="CH">Chèque</option><option value="ES">Espèces</option>
            <option value="VI">Virement</option></select>
          <input matInput type="text" autocomplete="off" placeholder="Montant" [value]="paymentText"
            (input)="sheet.setPaymentAmount($event.target.value, by())"><span class="devise">€</span></vz-facturation>
        <div class="boutons flexRow">
          <button mat-raised-button type="button" color="primary" (click)="secure($event)">Sécuriser</button>
          <button mat-raised-button type="button" (click)="suspend()">Sécuriser, suspendre</button>
          <button mat-raised-button type="button" (click)="close()">Fermer</button></div>
      </mat-card>
    </ng-container>
    <div class="erreurs"><div class="fait" role="status" *ngIf="truth.secureOutcome === 'done'">FSE sécurisée</div><div class="mat-error" role="alert" *ngFor="let text of shownErrors">{{ text }}</div></div>
  </div>
</div></div>`;

export const dialogTemplate = `
<vz-prescripteur data-inferred><h3>Prescripteur</h3>
  <mat-form-field *ngFor="let one of fields" [class]="'prescripteur-' + one.field"><mat-label>{{ one.label }}</mat-label>
    <input matInput type="text" autocomplete="off" [value]="one.text"
      (input)="sheet.setPrescriber(one.field, $event.target.value, by())"></mat-form-field></vz-prescripteur>
<div mat-dialog-actions><button mat-button mat-dialog-close type="button">Fermer</button></div>`;
